import { Page } from '../components/Page.tsx';
import { makeRoute } from '../route.ts';
import { useSay } from '../words.tsx';

const STEPS = ['talks', 'orders', 'news', 'home', 'deliver'] as const;
/** Terms of the model, in the order in which a player meets them. */
const TERMS = [
  'issue',
  'draft',
  'principal',
  'mediator',
  'red-line',
  'batna',
  'win-set',
  'ratification',
  'confidence',
  'guarantee',
  'carrot',
  'tension',
  'trust',
  'support',
  'capital',
  'pledge',
  'mandate',
  'forecast',
] as const;

/** How a round goes, and what the words mean. */
export default function Help() {
  const say = useSay();
  return (
    <Page>
      <h1>{say('app.help')}</h1>
      <p className="lead">{say('help.lead')}</p>
      <section className="sheet" aria-labelledby="help-round">
        <h2 id="help-round">{say('help.round')}</h2>
        <ol className="numbered prose">
          {STEPS.map((step) => (
            <li key={step}>{say(`help.step-${step}`)}</li>
          ))}
        </ol>
      </section>
      <section className="sheet" aria-labelledby="help-keys">
        <h2 id="help-keys">{say('help.keys')}</h2>
        <p>{say('help.keys-about')}</p>
      </section>
      <section className="sheet" aria-labelledby="help-terms">
        <h2 id="help-terms">{say('help.terms')}</h2>
        <dl className="glossary">
          {TERMS.map((term) => (
            <div key={term}>
              <dt>{say(`help.term-${term}`)}</dt>
              <dd>{say(`help.term-${term}-about`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="sheet" aria-labelledby="help-honest">
        <h2 id="help-honest">{say('help.honest')}</h2>
        <p>{say('help.honest-about')}</p>
        <p>
          <a href={makeRoute({ at: 'documents', scenario: null })}>{say('app.documents.about')}</a>
        </p>
      </section>
    </Page>
  );
}
