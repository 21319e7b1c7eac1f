import { MODEL_ASSUMPTIONS } from '../../words/index.ts';
import { useReader } from './context.tsx';
import { type Level, PageTitle } from './Title.tsx';

/** The numbers of the rules themselves that no literature gives, each with its reason. */
export function ModelPage({ heading }: { heading: Level }) {
  const { say } = useReader();
  const part = (id: string, what: string) => say(`documents.constant.${id}.${what}`);
  return (
    <>
      <header>
        <PageTitle level={heading}>{say('documents.model')}</PageTitle>
        <p className="room-lead">{say('documents.model-about')}</p>
      </header>
      <dl className="constants">
        {MODEL_ASSUMPTIONS.map((id) => (
          <div key={id}>
            <dt>
              <span className="constant-what">{part(id, 'what')}</span>
              <span className="constant-value numeral">{part(id, 'value')}</span>
            </dt>
            <dd>{part(id, 'why')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
