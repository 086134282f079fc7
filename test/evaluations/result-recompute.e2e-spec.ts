import {
  type AwardTier,
  countRound,
  type CountingRules,
  type OpenSheet,
  type EvaluationPanelKind,
} from '#evaluations';
import { queryAsSuperuser } from '../support/cluster.js';
import { nodesOf } from '../support/judging-acts.js';
import { GROUPS, ResultActs, type ScoreOf } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
/** Panels of three and of five, one that is left out, and a tie. */
const WHOLE = {
  minimumSheets: 3,
  sheetsPerPanel: 5,
  panels: [
    { kind: 'COMMITTEE', weight: '30' },
    { kind: 'PARTNER_UNITS', weight: '33.3' },
    { kind: 'RESIDENTS', weight: '36.7' },
  ],
};
const UNEVEN: ScoreOf = (sheet, nomination) =>
  nomination < 2 ? [String(60 + 7 * (sheet % 5)), '80'] : [String(95 - sheet), '71'];

interface StoredResult {
  readonly id: string;
  readonly round_id: string;
  readonly withheld_award_ids: readonly string[];
  readonly sureness: unknown;
}
interface StoredStanding {
  readonly nomination_id: string;
  readonly rank: number | null;
  readonly award_id: string | null;
  readonly points: number;
  readonly minimum_sheets: number;
  readonly panels: unknown;
  readonly score: unknown;
  readonly sheets: readonly Omit<OpenSheet, 'nominationId'>[];
}

describe('every figure of every result', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  const query = <Row extends object>(sql: string): Promise<Row[]> =>
    queryAsSuperuser<Row>(sql, world.api.database.name);

  /** The frozen rows of a round. */
  const rulesOf = async ({
    round_id: id,
    withheld_award_ids: withheld,
  }: StoredResult): Promise<CountingRules> => {
    const where = `round_id = '${id}' AND is_frozen`;
    const [rules] = await query<{ minimum_sheets: number }>(
      `SELECT minimum_sheets FROM evaluation_rules WHERE id = '${id}' AND is_frozen`,
    );
    const criteria = await query<CountingRules['criteria'][number]>(
      `SELECT position, weight FROM evaluation_criterion WHERE ${where}`,
    );
    const panels = await query<{ kind: EvaluationPanelKind; weight: string }>(
      `SELECT kind, weight FROM evaluation_panel WHERE ${where}`,
    );
    const awards = await query<Omit<AwardTier, 'isWithheld'>>(
      `SELECT id, position, places, min_score AS "minScore" FROM evaluation_award WHERE ${where}`,
    );
    return {
      minimumSheets: rules?.minimum_sheets ?? 0,
      criteria,
      panels,
      awards: awards.map((award) => ({ ...award, isWithheld: withheld.includes(award.id) })),
    };
  };

  it('follows from what is stored of it and from the frozen rules alone', async () => {
    const { round, nominations } = await acts.published({ subjects: GROUPS, changes: WHOLE }, UNEVEN);
    const [assignment] = nodesOf((await acts.judging.roll(round.id)).assignments).slice(-1);
    if (!assignment) throw new Error('Nobody judged.');
    await acts.onRound('setSheetAside', assignment, {}, acts.officer);
    const nomination = await acts.judging.nominations.see(SECRETARY, nominations[2]?.id ?? '');
    const excluded = await acts.onRound('excludeNomination', nomination ?? { id: '' });
    await acts.onRound('withholdAward', excluded, { position: 1 });

    const results = await query<StoredResult>('SELECT * FROM evaluation_result ORDER BY computed_at, id');
    expect(results.length).toBe(4);
    for (const result of results) {
      const stored = await query<StoredStanding>(
        `SELECT s.nomination_id, s.rank, s.award_id, s.points, a.minimum_sheets, a.panels, a.score, c.sheets
          FROM evaluation_standing s JOIN evaluation_account a ON a.id = s.id JOIN counted_sheets c ON c.id = s.id WHERE s.result_id = '${result.id}'`,
      );
      const count = countRound(await rulesOf(result), {
        nominationIds: stored.map((one) => one.nomination_id),
        sheets: stored.flatMap(({ nomination_id: nominationId, sheets }) =>
          sheets.map((sheet) => ({ ...sheet, nominationId })),
        ),
      });
      const byNomination = new Map(stored.map((one) => [one.nomination_id, one]));
      expect(count.sureness).toEqual(result.sureness);
      expect(count.standings.length).toBe(stored.length);
      for (const { nominationId, rank, awardId, account } of count.standings) {
        expect(byNomination.get(nominationId)).toMatchObject({
          rank,
          award_id: awardId,
          minimum_sheets: account.minimumSheets,
          panels: account.panels,
          score: account.score,
        });
      }
    }
    const text = JSON.stringify([
      await query('SELECT * FROM evaluation_account'),
      await query('SELECT * FROM counted_sheets'),
    ]);
    const names = nodesOf((await acts.judging.roll(round.id)).judges);
    for (const { personName, id } of names) {
      expect(text).not.toContain(personName);
      expect(text).not.toContain(id);
    }
  });
});
