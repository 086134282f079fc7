import { AwardGrants, EvaluationRound } from '#evaluations';
import { found, fromGlobalId, toGlobalId } from '#graphql';
import { Tenancy, type Claims } from '#tenancy';
import { randomUUID } from 'node:crypto';
import { insertOf, runAsSuperuser, type Statement } from './insert-row.js';
import { ProjectActs, startHosted } from './project-acts.js';
import type { World } from './world.js';

/** What the round gives: to a lead, and to each co-host. */
export const AWARDS = {
  一等奖: { points: 30, coHostPoints: 10 },
  二等奖: { points: 20, coHostPoints: 5 },
  鼓励奖: { points: 0, coHostPoints: 0 },
} as const;
export type AwardName = keyof typeof AWARDS;

/** Projects that stand in it: who leads, and who takes part. */
export const PROJECTS = {
  venue: { title: '体育弄堂', lead: 'clinic', coHosts: ['food-market', 'bus-639'] },
  parking: { title: '停车治理', lead: 'food-market', coHosts: ['clinic'] },
  square: { title: '喷泉广场', lead: 'bus-639', coHosts: [] },
} as const;
export type ProjectName = keyof typeof PROJECTS;

/** What of each nomination the result awards. */
export type Awarding = Partial<Record<ProjectName, AwardName>>;

/**
 * A round of the Southeast that ends in results of any kind, put there past the walls: how results come about is tried
 * elsewhere, what they give and how they are printed with this.
 */
export class FinalRound {
  readonly id = randomUUID();
  private readonly nominations = new Map<ProjectName, string>();
  private readonly awards = new Map<AwardName, string>();
  private current: string | null = null;
  private count = 0;

  private constructor(private readonly world: World) {}

  static async open(world: World): Promise<FinalRound> {
    const round = new FinalRound(world);
    await round.begin();
    return round;
  }

  get globalId(): string {
    return toGlobalId('EvaluationRound', this.id);
  }

  /** The next final result, and what it gives. */
  async settle(awarding: Awarding): Promise<void> {
    await this.publish(awarding, 'FINAL');
    await this.grant(awarding);
  }

  /** What the result published last gives, by the committee. */
  async grant(awarding: Awarding): Promise<void> {
    const { app } = this.world.api;
    const standings = [...this.nominations].map(([project, nominationId]) => ({
      nominationId,
      awardId: this.awardOf(awarding[project]),
    }));
    await app.get(Tenancy).write(claimsOf(this.world), async (tx) => {
      const round = found(await tx.find(EvaluationRound, this.id));
      await app.get(AwardGrants, { strict: false }).settle(tx, round, { id: this.current ?? '', standings });
    });
  }

  /** The next result, however it stands; one that is published supersedes the one before. */
  async publish(
    awarding: Awarding,
    state: 'DRAFT' | 'ON_NOTICE' | 'FINAL',
    changes: readonly object[] = [],
  ): Promise<void> {
    const id = randomUUID();
    const isPublished = state !== 'DRAFT';
    const [now, { round, notice }] = [this.world.clock.now(), STATES[state]];
    if (isPublished) this.count += 1;
    const reasons = this.current ? [{ act: 'AWARD_WITHHELD', text: '异议成立' }] : [];
    const computed = {
      computed_at: daysFrom(now, -10),
      changes: JSON.stringify(changes),
      withheld_award_ids: changes.length > 0 ? [this.awardOf('二等奖')] : [],
      sureness: '{}',
    };
    const published = isPublished && {
      number: this.count,
      published_at: daysFrom(now, -9),
      notice_until: daysFrom(now, notice),
      is_notice_provisional: false,
    };
    const result = this.insert('evaluation_result', {
      id,
      previous_id: this.current,
      state,
      reasons: JSON.stringify(reasons),
      ...computed,
      ...published,
      final_at: state === 'FINAL' ? now : null,
      version: 1,
    });
    const [superseded, moved] = [
      `UPDATE evaluation_result SET state = 'SUPERSEDED' WHERE round_id = $1 AND number IS NOT NULL`,
      `UPDATE evaluation_round SET state = '${round}', published_at = opened_at, final_at = opened_at WHERE id = $1`,
    ];
    const steps = (isPublished ? [superseded, moved] : [moved]).map((sql): Statement => [sql, [this.id]]);
    await this.run([...steps, result, ...this.standingsOf(id, awarding, isPublished)]);
    if (isPublished) this.current = id;
  }

  /** The best award first; what has none after it, without a score. */
  private standingsOf(result_id: string, awarding: Awarding, is_published: boolean): Statement[] {
    const names = Object.keys(AWARDS);
    const best = (project: ProjectName): number => (names.indexOf(awarding[project] ?? '') + 4) % 4;
    const projects = [...this.nominations.keys()].toSorted((a, b) => best(a) - best(b));
    return projects.map((project, at) => {
      const award = awarding[project];
      const given = award ? { rank: at + 1, points: AWARDS[award].points } : { rank: null, points: 0 };
      const keys = { id: randomUUID(), result_id, nomination_id: this.nominations.get(project) };
      const place = { is_published, place: at + 1, award_id: this.awardOf(award) };
      return this.insert('evaluation_standing', { ...keys, ...place, ...given });
    });
  }

  private async begin(): Promise<void> {
    const opened_at = daysFrom(this.world.clock.now(), -60);
    const [unit_id, shown] = [this.keyOf('Unit', 'southeast-committee'), { is_open: true, is_frozen: true }];
    const steps = { opened_at, scoring_at: opened_at, deliberating_at: opened_at, updated_at: opened_at };
    const period = { period_from: '2026-01-01', period_to: '2026-10-31', notice_working_days: 5 };
    const kind = {
      name: '2026年度项目评比',
      subject_kind: 'PROJECT',
      state: 'DELIBERATING',
      is_street_office: false,
    };
    const scale = { scale_min: 0, scale_max: 10, scale_step: 1, minimum_sheets: 3, sheets_per_panel: 3 };
    const round = { id: this.id, unit_id, ...kind, ...period, ...steps, version: 1 };
    const awards = Object.entries(AWARDS).map(([name, { points, coHostPoints }], at) => {
      const id = randomUUID();
      this.awards.set(name as AwardName, id);
      const tier = { position: at + 1, name, places: 1, points, co_host_points: coHostPoints };
      return this.insert('evaluation_award', { id, ...shown, ...tier });
    });
    const nominations: Statement[] = [];
    for (const name of Object.keys(PROJECTS) as ProjectName[])
      nominations.push(await this.nominate(name, opened_at));
    await this.run([
      this.insert('evaluation_round', round, 'itself'),
      this.insert('evaluation_rules', { id: this.id, ...shown, ...scale }, 'itself'),
      ...awards,
      ...nominations,
    ]);
  }

  private async nominate(name: ProjectName, at: Date): Promise<Statement> {
    const { title, lead, coHosts } = PROJECTS[name];
    const project = await startHosted(new ProjectActs(this.world), this.world, { title, lead, coHosts });
    const id = randomUUID();
    this.nominations.set(name, id);
    const readers = { is_open: true, is_published: true, drafted_on_behalf: false };
    const subject = {
      unit_id: this.keyOf('Unit', lead),
      responsible_unit_id: this.keyOf('Unit', lead),
      co_host_unit_ids: coHosts.map((code) => this.keyOf('Unit', code)),
      project_id: fromGlobalId('Project', project),
      title,
    };
    const said = { statement: '做得好', state: 'SUBMITTED', drafted_at: at, submitted_at: at, version: 1 };
    return this.insert('nomination', { id, ...readers, ...subject, ...said });
  }

  private awardOf(name: AwardName | undefined): string | null {
    return (name && this.awards.get(name)) ?? null;
  }

  private keyOf(type: 'Unit' | 'Network', code: string): string {
    return fromGlobalId(type, type === 'Unit' ? this.world.unit(code) : this.world.network(code));
  }

  /** Beneath the round, unless it is the round itself. */
  private insert(table: string, values: object, where: 'beneath' | 'itself' = 'beneath'): Statement {
    const { regionId: region_id } = claimsOf(this.world);
    const keys = { region_id, network_id: this.keyOf('Network', 'southeast') };
    return insertOf(table, { ...keys, ...(where === 'beneath' && { round_id: this.id }), ...values });
  }

  private run(statements: readonly Statement[]): Promise<void> {
    return runAsSuperuser(this.world.api.database.superuserUrl, statements);
  }
}

const STATES = {
  DRAFT: { round: 'DELIBERATING', notice: 0 },
  ON_NOTICE: { round: 'PUBLIC_NOTICE', notice: 5 },
  FINAL: { round: 'FINAL', notice: -1 },
} as const;

function claimsOf(world: World): Claims {
  const { claims } = world.as('southeast-committee', { role: 'SECRETARY' });
  if (!claims) throw new Error('The secretary has no post.');
  return claims;
}

function daysFrom(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}
