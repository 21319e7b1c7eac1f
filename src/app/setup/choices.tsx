import type { Level } from '../../session/index.ts';
import type { Say } from '../../words/index.ts';
import { Choices } from '../components/Controls.tsx';
import type { GameInfo } from '../game-info.ts';

export interface Length {
  readonly value: string;
  readonly label: string;
  readonly about?: string | undefined;
}

/** Lengths of a scenario, the shortest first, as its author names them. */
export function lengthsOf(info: GameInfo, say: Say): readonly Length[] {
  return [...info.case.presets]
    .sort((a, b) => a.minutes - b.minutes)
    .map(({ id, rounds, minutes }) =>
      info.texts[`preset.${id}`] === undefined
        ? {
            value: id,
            label: say('app.new.rounds', { rounds }),
            about: say('app.new.length-about', { rounds, minutes }),
          }
        : { value: id, label: say(`preset.${id}`) },
    );
}

/** How much of the rules. */
export function LevelChoices({ say, value, onChange }: { say: Say; value: Level; onChange: (value: Level) => void }) {
  return (
    <Choices
      label={say('app.new.level')}
      choices={(['essential', 'full'] as const).map((level) => ({
        value: level,
        label: say(`app.new.level-${level}`),
        about: say(`app.new.level-${level}-about`),
      }))}
      value={value}
      onChange={(level) => onChange(level === 'full' ? 'full' : 'essential')}
    />
  );
}
