import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import type { Duty, DutyAct, MoveChoice, Order } from '../../world/index.ts';
import { Button, Check, Choices } from '../components/Controls.tsx';
import { CiteMark } from './Citation.tsx';
import { Duties } from './Duties.tsx';
import { useSitting } from './sitting.tsx';

const REASON_MAX = 280;

/** The round's orders: what is due, what is ordered, and why; then sealed. */
export function Orders() {
  const { info, update, level, say, names, seat, act } = useSitting();
  const { view, legal } = update;
  const [moves, setMoves] = useState<ReadonlyMap<number, Order>>(new Map());
  const [duties, setDuties] = useState<ReadonlyMap<number, DutyAct>>(new Map());
  const [because, setBecause] = useState('');
  const [sending, setSending] = useState(false);
  if (!legal) return null;
  if (view.mine || !legal.seal) return <Sealed />;

  const offered = legal.moves.filter((m) => level === 'full' || !info.case.moves[m.move].full);
  const ready = offered.filter((m) => m.why === '').sort(byFileOrder);
  const barred = offered.filter((m) => m.why !== '').sort(byFileOrder);
  const spent = [...moves.keys()].reduce((sum, m) => sum + info.case.moves[m].cost, 0);
  const left = legal.capital - spent;
  const incomplete = [...moves.values()].find((order) => missing(order));
  const problem =
    moves.size > 0 && because.trim() === ''
      ? say('fault.reason-missing')
      : incomplete
        ? say('app.orders.incomplete', { move: names.move(incomplete.move) })
        : '';

  function byFileOrder(a: MoveChoice, b: MoveChoice): number {
    return info.case.moves[a.move].order - info.case.moves[b.move].order;
  }
  function missing(order: Order): boolean {
    const { kind } = info.case.moves[order.move];
    if (kind === 'statement') return order.issue === undefined || order.option === undefined;
    return kind === 'consult' && order.body === undefined;
  }
  const change = (no: number, order: Order | null) =>
    setMoves((old) => {
      const next = new Map(old);
      if (order) next.set(no, order);
      else next.delete(no);
      return next;
    });

  const seal = async () => {
    setSending(true);
    const list: Duty[] = [...duties].map(([no, act]) => ({ no, act }));
    await act({ do: 'seal', seat, moves: [...moves.values()], duties: list, because: because.trim() });
    setSending(false);
  };

  return (
    <div className="orders">
      {legal.duties.length > 0 ? (
        <Duties duties={legal.duties} chosen={duties} choose={(no, a) => setDuties((old) => new Map(old).set(no, a))} />
      ) : null}
      <section className="sheet" aria-labelledby="orders-title">
        <header className="panel-head">
          <h2 id="orders-title">{say('app.orders.title')}</h2>
          <p className="capital-left">
            <span className="numeral">{say('app.orders.left', { left, all: legal.capital })}</span>
          </p>
        </header>
        <p className="small">{say('app.orders.about', { max: legal.maxOrders })}</p>
        <ul className="moves">
          {ready.map((choice) => {
            const order = moves.get(choice.move);
            const tooMuch = !order && (choice.cost > left || moves.size >= legal.maxOrders);
            return (
              <li key={choice.move} className={order ? 'move move-on' : 'move'}>
                <Check
                  isSelected={order !== undefined}
                  isDisabled={tooMuch}
                  onChange={(on) => change(choice.move, on ? { move: choice.move } : null)}
                  label={
                    <>
                      <span className="move-name">{names.move(choice.move)}</span> <Cost cost={choice.cost} />
                    </>
                  }
                  about={
                    <>
                      {say(`move.${info.case.moves[choice.move].id}.what`)}
                      {tooMuch ? (
                        <span className="note">
                          {say(choice.cost > left ? 'fault.not-enough-capital' : 'app.orders.full', {
                            max: legal.maxOrders,
                          })}
                        </span>
                      ) : null}
                    </>
                  }
                />
                {order ? <Parameters choice={choice} order={order} change={(o) => change(choice.move, o)} /> : null}
                {order ? (
                  <p className="small move-rests">
                    {say('app.orders.rests')} <CiteMark of={`moves/${info.case.moves[choice.move].id}`} />
                  </p>
                ) : null}
              </li>
            );
          })}
        </ul>
        {barred.length > 0 ? (
          <details className="barred">
            <summary>{say('app.orders.barred', { count: barred.length })}</summary>
            <ul className="moves">
              {barred.map((choice) => (
                <li key={choice.move} className="move move-barred">
                  <p>
                    <span className="move-name">{names.move(choice.move)}</span> <Cost cost={choice.cost} />
                  </p>
                  <p className="note">{choice.why ? say(`fault.${choice.why}`) : ''}</p>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </section>
      <section className="sheet seal" aria-labelledby="seal-title">
        <h2 id="seal-title">{say('app.seal.title')}</h2>
        <TextField value={because} onChange={setBecause} maxLength={REASON_MAX} className="field">
          <Label className="label">{say('app.seal.because')}</Label>
          <TextArea rows={2} className="input" />
          <Text slot="description" className="small">
            {say('app.seal.because-about', { left: REASON_MAX - because.length })}
          </Text>
        </TextField>
        <p className="note" aria-live="polite">
          {problem}
        </p>
        <Button kind="main" isDisabled={problem !== '' || sending} onPress={seal}>
          {say(moves.size > 0 ? 'app.seal.do' : 'app.seal.none', { count: moves.size })}
        </Button>
      </section>
    </div>
  );
}

/** A price in capital, as coins and in words. */
export function Cost({ cost }: { cost: number }) {
  const { say } = useSitting();
  return (
    <span className="cost">
      <span aria-hidden="true" className="coins">
        {'●'.repeat(cost)}
      </span>
      <span className="small">{say('app.cost', { cost })}</span>
    </span>
  );
}

/** What a statement is about and how firmly it is said; which body is consulted. */
export function Parameters({
  choice,
  order,
  change,
}: {
  choice: MoveChoice;
  order: Order;
  change: (order: Order) => void;
}) {
  const { info, update, level, seat, say, names } = useSitting();
  const c = info.case;
  if (choice.bodies)
    return (
      <div className="parameters">
        <Choices
          look="row"
          label={say('app.orders.which-body')}
          choices={choice.bodies.map((b) => ({ value: String(b), label: names.body(b) }))}
          value={order.body === undefined ? '' : String(order.body)}
          onChange={(value) => change({ ...order, body: Number(value) })}
        />
      </div>
    );
  if (!choice.issues) return null;
  const declared = order.issue === undefined ? -1 : update.view.declared[seat * c.issues.length + order.issue];
  const { pledge: firmness, ...said } = order;
  return (
    <div className="parameters">
      <Choices
        look="row"
        label={say('app.orders.which-issue')}
        choices={choice.issues.map((i) => ({ value: String(i), label: names.issue(i) }))}
        value={order.issue === undefined ? '' : String(order.issue)}
        onChange={(value) => change({ move: order.move, issue: Number(value) })}
      />
      {order.issue === undefined ? null : (
        <Choices
          look="row"
          label={say('app.orders.which-option')}
          choices={c.issues[order.issue].options.map((_, option) => ({
            value: String(option),
            label: names.option(order.issue!, option),
            disabled: option === declared && firmness === undefined,
          }))}
          value={order.option === undefined ? '' : String(order.option)}
          onChange={(value) => change({ ...order, option: Number(value) })}
        />
      )}
      {choice.pledge && level === 'full' && order.option !== undefined ? (
        <Choices
          look="row"
          label={say('app.orders.how-firm')}
          choices={[
            { value: 'no', label: say('app.orders.firm-no') },
            { value: 'min', label: say('app.orders.firm-min') },
            { value: 'max', label: say('app.orders.firm-max') },
          ]}
          value={firmness ?? 'no'}
          onChange={(value) => change(value === 'no' ? said : { ...said, pledge: value as 'min' | 'max' })}
        />
      ) : null}
    </div>
  );
}

/** The envelope: what was ordered, until everybody has sealed. */
function Sealed() {
  const { update, seat, say, names, act } = useSitting();
  const { mine } = update.view;
  return (
    <section className="sheet envelope" aria-labelledby="sealed-title">
      <span className="wax" aria-hidden="true" />
      <h2 id="sealed-title">{say('app.seal.sealed')}</h2>
      {mine && mine.moves.length > 0 ? (
        <ul className="bullets">
          {mine.moves.map((order) => (
            <li key={order.move}>
              {names.move(order.move)}
              {order.issue !== undefined && order.option !== undefined
                ? `: ${names.clause([order.issue, order.option])}`
                : ''}
              {order.body !== undefined ? `: ${names.body(order.body)}` : ''}
            </li>
          ))}
        </ul>
      ) : (
        <p>{say('app.seal.sealed-none')}</p>
      )}
      {mine?.because ? <p className="because">{mine.because}</p> : null}
      {update.legal?.unseal ? (
        <Button onPress={() => act({ do: 'unseal', seat })}>{say('app.seal.undo')}</Button>
      ) : null}
    </section>
  );
}
