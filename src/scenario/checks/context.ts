/** What all checks share: the ids of the scenario with their places, and where faults go. */
import { nearest } from '../../words/index.ts';
import type { FileFault } from '../fault.ts';
import type { Folder } from '../folder.ts';
import type { Spot } from '../spot.ts';
import { gradedSpots } from './graded.ts';

/** Kinds of things a scenario file refers to by id, with the code of "there is no such …". */
export const UNKNOWN = {
  seat: 'S201',
  issue: 'S202',
  body: 'S204',
  move: 'S205',
  event: 'S206',
  gate: 'S207',
  goal: 'S208',
  instruction: 'S209',
} as const;
export type Kind = keyof typeof UNKNOWN;

/** A thing with an id: where it is defined, and whose it is (`''` for what belongs to no seat). */
export interface Defined {
  readonly spot: Spot;
  readonly seat: string;
}

export interface CheckOptions {
  /** File name → bytes of the source documents, to compare quotations and fingerprints with. */
  readonly sources?: ReadonlyMap<string, Uint8Array>;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export class Context {
  readonly faults: FileFault[] = [];
  readonly ids: Readonly<Record<Kind, ReadonlyMap<string, Defined>>>;
  /** Longest preset in rounds; 20 where none is given. */
  readonly rounds: number;
  readonly scenario: Spot;
  private found: readonly Spot[] | undefined;
  readonly folder: Folder;
  readonly options: CheckOptions;

  constructor(scenario: Spot, folder: Folder, options: CheckOptions) {
    this.scenario = scenario;
    this.folder = folder;
    this.options = options;
    const ofSeats = (...keys: string[]) =>
      this.gather(this.seats().flatMap(([id, seat]) => keys.map((key) => [id, seat.at(key)])));
    const of = (key: string) => this.gather([['', scenario.at(key)]]);
    this.ids = {
      seat: of('seats'),
      issue: of('issues'),
      body: ofSeats('bodies'),
      move: ofSeats('moves'),
      goal: ofSeats('goals', 'later-goals', 'cards'),
      instruction: ofSeats('instructions'),
      gate: of('gates'),
      event: of('events'),
    };
    const rounds = scenario
      .at('presets')
      .entries()
      .map(([, preset]) => preset.at('rounds').number() ?? 0);
    this.rounds = Math.max(...rounds) > 0 ? Math.max(...rounds) : 20;
  }

  /** Every coded number, found once. */
  graded(): readonly Spot[] {
    this.found ??= gradedSpots(this.scenario);
    return this.found;
  }

  seats(): [string, Spot][] {
    return this.scenario.at('seats').entries();
  }

  role(seat: string): string | undefined {
    return this.scenario.at('seats', seat, 'role').text();
  }

  /** Option ids of an issue in the file's order. */
  ladder(issue: string): string[] {
    return this.scenario.at('issues', issue, 'options').keys();
  }

  add(fault: FileFault): void {
    this.faults.push(fault);
  }

  /** The id at `spot` when something of that kind has it; else a fault (unless the shape is at fault already) and undefined. */
  known(kind: Kind, spot: Spot): string | undefined {
    return this.among(UNKNOWN[kind], spot, [...this.ids[kind].keys()]);
  }

  option(issue: string, spot: Spot): string | undefined {
    return this.among('S203', spot, this.ladder(issue), { issue });
  }

  /** As `known`, for what must belong to `seat`. */
  own(kind: Kind, spot: Spot, seat: string): string | undefined {
    const id = this.known(kind, spot);
    if (id === undefined) return undefined;
    const owner = this.ids[kind].get(id)!.seat;
    if (owner === seat) return id;
    this.add(spot.fault('S216', { id, owner, seat }));
    return undefined;
  }

  among(
    code: string,
    spot: Spot,
    list: readonly string[],
    params: Record<string, string> = {},
    atKey = false,
  ): string | undefined {
    const id = atKey ? spot.key : spot.text();
    if (id === undefined || !ID.test(id)) return undefined;
    if (list.includes(id)) return id;
    const known = list.length > 0 ? list.join(', ') : '–';
    this.add(spot.fault(code, { ...params, id, known }, { near: nearest(id, list), atKey }));
    return undefined;
  }

  private gather(maps: (string | Spot)[][]): Map<string, Defined> {
    const found = new Map<string, Defined>();
    for (const [seat, map] of maps as [string, Spot][]) {
      for (const [id, spot] of map.entries()) {
        const first = found.get(id);
        if (!first) found.set(id, { spot, seat });
        else this.add(spot.fault('S215', { id, line: lineOf(first.spot) }, { atKey: true }));
      }
    }
    return found;
  }
}

const lineOf = (spot: Spot): number => spot.fault('', {}, { atKey: true }).line;
