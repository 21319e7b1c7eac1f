import { Citation } from './Citation.tsx';
import { useSitting } from './sitting.tsx';

interface Props {
  /** Id of the rule. */
  rule: string;
  /** The formula with its numbers. */
  filled?: string;
  inputs: readonly (readonly [name: string, value: string])[];
  /** Keys of citations. */
  cites: readonly string[];
}

/** Why a number changed, to its end: the formula with its numbers, rule, formula, inputs, sources. */
export function RuleDetail({ rule, filled, inputs, cites }: Props) {
  const { say } = useSitting();
  return (
    <dl className="ledger-detail">
      {filled === undefined ? null : (
        <>
          <dt>{say('causes.filled')}</dt>
          <dd className="formula formula-filled">{filled}</dd>
        </>
      )}
      <dt>{say('ledger.rule')}</dt>
      <dd>
        <strong>{say(`rule.${rule}.name`)}</strong> {say(`rule.${rule}.about`)}
      </dd>
      <dt>{say('ledger.formula')}</dt>
      <dd className="formula">{say(`rule.${rule}.formula`)}</dd>
      {inputs.length > 0 ? (
        <>
          <dt>{say('ledger.inputs')}</dt>
          <dd>
            <ul className="inputs">
              {inputs.map(([name, value]) => (
                <li key={name}>
                  {name}: <span className="numeral">{value}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      ) : null}
      <dt>{say('ledger.cites')}</dt>
      <dd>
        {cites.length === 0 ? (
          say('ledger.no-cite')
        ) : (
          <ul>
            {cites.map((key) => (
              <li key={key}>
                <Citation of={key} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}
