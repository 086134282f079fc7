import { EvaluationActs, putInState, type RoundState } from '../support/evaluation-acts.js';
import type { World } from '../support/world.js';

const YEARS = ['2025', '2026', '2026', '2027'];

/** Rounds in every state, two of one period; what may be empty is, and is not. */
export async function evaluate(world: World): Promise<void> {
  for (const network of ['southeast', 'riverside']) {
    const acts = new EvaluationActs(world, network);
    for (const year of YEARS)
      await acts.nominating({
        name: `${year} 年评比`,
        periodFrom: `${year}-01-01`,
        periodTo: `${year}-12-31`,
      });
  }
  const acts = new EvaluationActs(world);
  const said = { nominationsUntil: '2026-12-31T18:00:00+08:00', scoringUntil: '2027-01-15T18:00:00+08:00' };
  const contest = await acts.nominating({ subjectKind: 'CONTEST_TEAM', ...said });
  await putInState(world, await acts.appointed(contest, 'clinic'), 'FINAL');
  const input = { name: '决赛', periodFrom: '2026-12-01', periodTo: '2026-12-31', finalists: 3 };
  const final = await acts.act(acts.secretary, 'copyEvaluationRound', { id: contest.id, input });
  await acts.act(acts.secretary, 'askStreetOffice', final);
  const stars = [
    { name: '五星', minScore: '90' },
    { name: '四星', minScore: '80' },
  ];
  const states: RoundState[] = ['SCORING', 'DELIBERATING', 'PUBLIC_NOTICE'];
  for (const state of states) {
    const round = await acts.nominating({ subjectKind: 'BUILDING_GROUP', awards: stars });
    await putInState(world, round, state);
  }
  const given = await acts.act('southeast-officer', 'copyEvaluationRound', {
    id: contest.id,
    input: { ...input, finalists: null },
  });
  await acts.act(acts.secretary, 'cancelEvaluationRound', { ...given, reason: '改到明年' });
  await new EvaluationActs(world.other).nominating();
}
