import { isDeepStrictEqual } from 'node:util';
import type { Options } from '../options.ts';
import { product } from '../product.ts';
import { median } from '../report/summary.ts';
import { LARGE_RULES, largeRound } from './large-round.ts';

/** Milliseconds of the processor for one piece of work; medians over the rounds, the ratio of the same round. */
export interface Compared {
  readonly work: string;
  readonly ours: number;
  /** Null where it would take minutes; so is the ratio. */
  readonly plain: number | null;
  /** How many times as long the plain count takes. */
  readonly ratio: number | null;
}

interface Work {
  readonly work: string;
  readonly ours: () => unknown;
  readonly plain: (() => unknown) | null;
  /** Pieces that one of these does. */
  readonly oursTimes: number;
  readonly plainTimes: number;
  /** Whether both give the same, which is looked at before anything is measured. */
  readonly isSame: boolean;
}

const RANKS = 'ranks, awards and accounts';
const SURENESS = 'sureness, for each sheet that is left out';
const ALL = 'all of a round, as at the closing';

/** Of the sheets that are left out once each, the plain count does one in so many: all would take it minutes. */
const EVERY = 60;

/** Counting a large round, by the product and by the plain count that its tests hold it against. */
export async function runArithmetic({ rounds }: Options, say: (line: string) => void): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const work of await allWork()) {
    expectSame(work);
    const seen: { ours: number; plain: number | null }[] = [];
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      const ours = timeOf(work.ours) / work.oursTimes;
      const plain = work.plain && timeOf(work.plain) / work.plainTimes;
      if (round > 0) seen.push({ ours, plain });
    }
    const both = seen.flatMap(({ ours, plain }) => (plain === null ? [] : { ours, plain }));
    compared.push({
      work: work.work,
      ours: median(seen.map(({ ours }) => ours)),
      plain: work.plain && median(both.map(({ plain }) => plain)),
      ratio: work.plain && median(both.map(({ ours, plain }) => plain / ours)),
    });
    say(`${work.work}: counted`);
  }
  return compared;
}

async function allWork(): Promise<Work[]> {
  const { readRules, tallyAll, scoreNomination, rankAll, findAward, workAccount, findSureness, countRound } =
    await product.arithmetic();
  const { PlainRound, accountPlainly } = await product.plainCount();
  const [rules, round] = [LARGE_RULES, largeRound()];
  const { length } = round.sheets;
  const [read, plain] = [readRules(rules), PlainRound.of(rules, round)];
  const tallies = tallyAll(read, round);
  const scoresOf = (all: typeof tallies) => new Map([...all].map(([id, one]) => [id, scoreNomination(one)]));
  const scores = scoresOf(tallies);
  const standings = () => {
    const counted = tallyAll(read, round);
    const ranked = new Map(rankAll(scoresOf(counted)).map((one) => [one.nominationId, one]));
    return [...counted].map(([id, panels]) => {
      const place = ranked.get(id);
      const awardId = place ? findAward(rules.awards, place) : null;
      return { id, rank: place?.rank ?? null, awardId, account: workAccount(read, panels) };
    });
  };
  const plainStandings = () =>
    [...plain.places()].map(([id, { rank, awardId }]) => ({
      id,
      rank,
      awardId,
      account: accountPlainly(plain, id),
    }));
  const left = plain.sheets.filter((_, at) => at % EVERY === 0);
  const plainWithout = (one: object) =>
    new PlainRound(
      rules,
      plain.nominationIds,
      plain.sheets.filter((sheet) => sheet !== one),
    ).places();
  return [
    { work: RANKS, ours: standings, plain: plainStandings, oursTimes: 1, plainTimes: 1, isSame: true },
    {
      work: SURENESS,
      ours: () => findSureness(read, tallies, scores),
      plain: () => left.map(plainWithout),
      oursTimes: length,
      plainTimes: left.length,
      isSame: false,
    },
    {
      work: ALL,
      ours: () => countRound(rules, round),
      plain: null,
      oursTimes: 1,
      plainTimes: 1,
      isSame: false,
    },
  ];
}

/** @throws when the two do not say the same */
function expectSame({ work, ours, plain, isSame }: Work): void {
  if (isSame && !isDeepStrictEqual(ours(), plain?.()))
    throw new Error(`${work}: the plain count says otherwise.`);
}

/** Both are of one thread and wait for nothing: what others do on the machine is not counted. */
function timeOf(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
