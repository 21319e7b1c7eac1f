import { CiteMark } from './Citation.tsx';
import { useSitting } from './sitting.tsx';

/** What the own capital asks for and forbids. */
export function Goals() {
  const { info, update, seat, say, names } = useSitting();
  const { view } = update;
  const c = info.case;
  const goals = c.seats[seat].goals.filter((g) => view.goal[g] === 1);
  const instructions = c.instructions.map((_, no) => no).filter((no) => view.instruction[no] === 1);
  return (
    <div className="goals">
      <h3>{say('app.mandate.goals')}</h3>
      <ul className="bullets">
        {goals.map((g) => (
          <li key={g}>
            {names.goal(g)} <CiteMark of={`goals/${c.goals[g].id}`} />
          </li>
        ))}
      </ul>
      {view.card >= 0 ? (
        <div className="secret">
          <h3>{say('app.mandate.secret')}</h3>
          <p>
            {names.goal(view.card)} <CiteMark of={`goals/${c.goals[view.card].id}`} />
          </p>
        </div>
      ) : null}
      {instructions.length > 0 ? (
        <>
          <h3>{say('app.mandate.instructions')}</h3>
          <ul className="bullets">
            {instructions.map((no) => (
              <li key={c.instructions[no].id}>
                {say(`instruction.${c.instructions[no].id}`)} <CiteMark of={`instructions/${c.instructions[no].id}`} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
