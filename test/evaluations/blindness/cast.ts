import { EXAMPLE } from '../../support/example-file.js';
import { type JudgingActs, nodesOf, type SeenRoll } from '../../support/judging-acts.js';
import { ResultActs } from '../../support/result-acts.js';
import type { World } from '../../support/world.js';

export const OFFICER = 'savings-bank';
const SUBJECTS = [
  ['clinic', { subjectLabel: '一号楼组' }],
  ['food-market', { subjectLabel: '二号楼组' }],
  ['bus-639', { subjectLabel: '三号楼组' }],
] as const;

/** Who judges what is nominated, in the order of the subjects; of the others the panel of residents is left out. */
export const SEATS: readonly (readonly string[])[] = [
  [
    'police-post',
    'fire-squadron',
    'computing-institute',
    'southeast-officer',
    'resident-1',
    'resident-2',
    'resident-3',
  ],
  ['developer', 'party-school', 'secondary-school'],
  ['zhoupu-no3-primary', 'southeast-kindergarten', 'secondary-school'],
];

/** Of the round that is judged; the same in every world that goes on from where it was kept. */
export interface Staged {
  readonly roundId: string;
  readonly nominationIds: readonly string[];
}

/** What a judge gives, by the place of the nomination and of the seat. */
export type Give = (nomination: number, seat: number) => readonly string[];
export const GIVEN: Give = (nomination, seat) => [String(90 - 20 * nomination), String(80 - seat)];

/** Plays the round of the case; a minute passes before each act, so that a stamp that is set tells when. */
export class Cast {
  readonly results: ResultActs;

  constructor(
    readonly world: World,
    readonly staged: Staged,
  ) {
    this.results = new ResultActs(world, OFFICER);
  }

  get judging(): JudgingActs {
    return this.results.judging;
  }

  /** Scoring has begun, and nothing is proposed. */
  static async begin(world: World): Promise<Staged> {
    const judging = new ResultActs(world, OFFICER).judging;
    const { round, nominations } = await judging.scoring(SUBJECTS);
    return { roundId: round.id, nominationIds: nominations.map(({ id }) => id) };
  }

  nomination(at: number): string {
    const id = this.staged.nominationIds[at];
    if (id === undefined) throw new Error(`Nothing was nominated as number ${at}.`);
    return id;
  }

  async propose(): Promise<SeenRoll> {
    this.pass();
    return this.judging.onRoll('proposeJudges', await this.roll());
  }

  /** By hand, so that each world has the same judges. */
  async assignAll(): Promise<void> {
    const proposed = nodesOf((await this.propose()).assignments);
    for (const one of proposed) await this.onAssignment('dropAssignment', one);
    for (const [at, accounts] of SEATS.entries())
      for (const account of accounts) await this.assign(account, at);
  }

  async settle(): Promise<void> {
    this.pass();
    await this.judging.onRoll('settleAssignments', await this.roll());
  }

  async assign(account: string, at: number): Promise<void> {
    this.pass();
    const roll = await this.roll();
    const judge = nodesOf(roll.judges).find(({ personName }) => personName === nameOf(account));
    await this.judging.onRoll('assignJudge', roll, {
      nominationId: this.nomination(at),
      judgeId: judge?.id,
    });
  }

  async drop(account: string, at: number): Promise<void> {
    const all = nodesOf((await this.roll()).assignments);
    const own = all.find(
      ({ judgeName, nomination }) => judgeName === nameOf(account) && nomination?.id === this.nomination(at),
    );
    await this.onAssignment('dropAssignment', own);
  }

  async excuse(account: string): Promise<void> {
    const judges = nodesOf((await this.roll()).judges);
    await this.onAssignment(
      'excuseJudge',
      judges.find(({ personName }) => personName === nameOf(account)),
    );
  }

  async declare(account: string, at: number): Promise<void> {
    this.pass();
    await this.judging.act(account, 'declareConflict', { nominationId: this.nomination(at) });
  }

  async save(account: string, at: number, scores: readonly (string | null)[]): Promise<void> {
    this.pass();
    const [known] = (await this.judging.mine(account)).filter(
      ({ nomination }) => nomination?.id === this.nomination(at),
    );
    await this.judging.save(account, this.nomination(at), scores, known?.sheet?.version ?? null);
  }

  async submit(account: string, at: number, scores: readonly string[]): Promise<void> {
    this.pass();
    await this.judging.submitted(account, this.nomination(at), scores);
  }

  roll(): Promise<SeenRoll> {
    return this.judging.roll(this.staged.roundId);
  }

  private async onAssignment(
    name: 'dropAssignment' | 'excuseJudge',
    thing: { readonly id: string; readonly version: number } | undefined,
  ): Promise<void> {
    this.pass();
    if (!thing) throw new Error(`There is nothing for ${name}.`);
    const { id, version } = thing;
    const outcome = await this.judging.tryAct(OFFICER, name, { id, version });
    if (outcome.__typename !== 'JudgingRoll') throw new Error(JSON.stringify(outcome));
  }

  private pass(): void {
    this.world.clock.advance(60_000);
  }
}

export function nameOf(account: string): string {
  const post = EXAMPLE.roster.posts.find((one) => one.account === account);
  if (!post) throw new Error(`The case has no ${account}.`);
  return post.name;
}
