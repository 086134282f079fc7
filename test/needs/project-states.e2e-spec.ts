import {
  ProjectActs,
  type ProjectOutcome,
  type ProjectStepName,
  type SeenProject,
} from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

/** ANSWERED and CLOSED once with a need, once as an idea: by whose word it closes differs. */
const STAGES = [
  ...(['PROPOSED', 'RETURNED', 'WITHDRAWN', 'PLANNED', 'IN_PROGRESS'] as const),
  ...(['ANSWERED', 'ANSWERED_IDEA', 'CLOSED', 'STOPPED'] as const),
];
type Stage = (typeof STAGES)[number];

/** Who plays. In an idea the starter leads; from a claimed need it takes part beside another lead. */
const ACCOUNTS = {
  starter: 'food-market',
  lead: 'property-management',
  host: 'fire-squadron',
  asked: 'savings-bank',
  haver: 'police-post',
  secretary: 'southeast-committee',
  officer: 'southeast-officer',
  partner: 'bus-639',
  stranger: 'riverside-primary',
  otherCommittee: 'riverside-committee',
  steward: 'zhoupu-steward',
  representative: 'resident-1',
  nobody: 'nobody',
} as const;
type Player = keyof typeof ACCOUNTS;

const IDEAS: readonly Stage[] = ['PROPOSED', 'RETURNED', 'WITHDRAWN'];
const COMMITTEE: readonly Player[] = ['secretary', 'officer'];
const OFFICE: readonly Player[] = ['steward', 'representative'];
const OUTSIDERS: readonly Player[] = ['stranger', 'otherCommittee', 'nobody', ...OFFICE];
/** Units that are asked to take part, one after the other. */
const GUESTS = ['clinic', 'developer', 'party-school', 'secondary-school', 'computing-institute'];
const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'WrongState'];

interface Rule {
  /** Whose step it is. */
  readonly by: readonly Player[];
  /** Until an idea is taken, if that differs. */
  readonly ofIdea?: readonly Player[];
  /** The stages from which it leads on, and to which state. */
  readonly from: Partial<Record<Stage, string>>;
  /** Only for posts of committees. */
  readonly committeeOnly?: true;
  /** On something that hangs on a taken project, and who finds it there; none of an idea. */
  readonly seenBy?: 'NETWORK' | 'ASKED';
}

const WORKING = { PLANNED: 'PLANNED', IN_PROGRESS: 'IN_PROGRESS' } as const;
const LEAD_OR_COMMITTEE: readonly Player[] = ['lead', ...COMMITTEE];
const KEPT: Rule = { by: LEAD_OR_COMMITTEE, from: WORKING };

/** What may be done, written down by hand from the rules and from nothing else. */
const TABLE: Partial<Record<ProjectStepName, Rule>> = {
  updateProject: {
    by: LEAD_OR_COMMITTEE,
    ofIdea: ['starter'],
    from: { PROPOSED: 'PROPOSED', RETURNED: 'RETURNED', ...WORKING },
  },
  takeProject: { by: COMMITTEE, from: { PROPOSED: 'PLANNED' }, committeeOnly: true },
  returnProject: { by: COMMITTEE, from: { PROPOSED: 'RETURNED' }, committeeOnly: true },
  proposeProject: { by: ['starter'], from: { RETURNED: 'PROPOSED' } },
  withdrawProject: { by: ['starter'], from: { PROPOSED: 'WITHDRAWN', RETURNED: 'WITHDRAWN' } },
  nameProjectLead: KEPT,
  beginProject: { by: ['lead'], from: { PLANNED: 'IN_PROGRESS' } },
  fileProjectResult: {
    by: ['lead'],
    from: { PLANNED: 'ANSWERED', IN_PROGRESS: 'ANSWERED' },
  },
  closeProject: { by: COMMITTEE, from: { ANSWERED_IDEA: 'CLOSED' }, committeeOnly: true },
  reopenProject: { by: COMMITTEE, from: { ANSWERED_IDEA: 'IN_PROGRESS' }, committeeOnly: true },
  stopProject: { ...KEPT, from: { PLANNED: 'STOPPED', IN_PROGRESS: 'STOPPED' } },
  askProjectHost: KEPT,
  answerProjectHost: { by: ['asked'], from: WORKING, seenBy: 'ASKED' },
  withdrawProjectHost: { by: LEAD_OR_COMMITTEE, from: WORKING, seenBy: 'ASKED' },
  leaveProject: { by: ['host'], from: WORKING, seenBy: 'NETWORK' },
  addProjectStep: KEPT,
  updateProjectStep: { ...KEPT, seenBy: 'NETWORK' },
  moveProjectStep: { ...KEPT, seenBy: 'NETWORK' },
  finishProjectStep: { ...KEPT, seenBy: 'NETWORK' },
  unfinishProjectStep: { ...KEPT, seenBy: 'NETWORK' },
  removeProjectStep: { ...KEPT, seenBy: 'NETWORK' },
  noteProjectProgress: {
    by: ['lead', 'host', 'starter', ...COMMITTEE],
    from: { ...WORKING, ANSWERED: 'ANSWERED', ANSWERED_IDEA: 'ANSWERED' },
  },
};

function expected(rule: Rule, stage: Stage, player: Player): string {
  if (player === 'nobody') return 'UNAUTHENTICATED';
  if (OFFICE.includes(player)) return 'FORBIDDEN';
  if (rule.committeeOnly && ![...COMMITTEE, 'otherCommittee'].includes(player)) return 'FORBIDDEN';
  if (!findsIt(rule, stage, player)) return 'NOT_FOUND';
  if (!whoseStep(rule, stage).includes(player)) return 'FORBIDDEN';
  return rule.from[stage] ?? 'WrongState';
}

/** Of an idea its starter is the lead, and nobody takes part beside it. */
function whoseStep({ by, ofIdea }: Rule, stage: Stage): readonly Player[] {
  if (ofIdea && (stage === 'PROPOSED' || stage === 'RETURNED')) return ofIdea;
  if (!IDEAS.includes(stage) && stage !== 'ANSWERED_IDEA') return by;
  return by.flatMap((player) => (player === 'lead' ? 'starter' : player === 'host' ? [] : player));
}

function isRefused({ wanted }: { wanted: string }): boolean {
  return REFUSALS.includes(wanted);
}

function findsIt({ seenBy }: Rule, stage: Stage, player: Player): boolean {
  if (player === 'stranger' || player === 'otherCommittee') return false;
  if (stage === 'RETURNED') return player === 'starter';
  if (IDEAS.includes(stage)) return player === 'starter' || COMMITTEE.includes(player);
  return seenBy !== 'ASKED' || ['asked', ...LEAD_OR_COMMITTEE].includes(player);
}

describe('a project, whatever anybody does to it', () => {
  let world: World;
  let acts: ProjectActs;
  let need: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
  });
  afterAll(() => world.close());

  const { starter, lead, host, asked, haver, secretary } = ACCOUNTS;

  async function planned(stage: Stage): Promise<SeenProject> {
    const claimed = stage === 'ANSWERED_IDEA' ? null : await acts.claimed(haver, starter, lead, host);
    need = claimed?.id ?? '';
    if (!claimed) return acts.act(secretary, 'takeProject', await acts.start(starter));
    const started = await acts.start(starter, { needIds: [claimed.id], leadUnitId: world.unit(lead) });
    const step = { unitId: world.unit(lead), title: '步骤', dueOn: '2026-12-01' };
    for (let count = 0; count < 3; count += 1)
      await acts.act(lead, 'addProjectStep', { projectId: started.id, input: step });
    const known = await acts.see(lead, started.id);
    return acts.act(lead, 'askProjectHost', { ...known, unitId: world.unit(asked) });
  }

  async function build(stage: Stage): Promise<SeenProject> {
    if (IDEAS.includes(stage)) {
      const proposed = await acts.start(starter);
      if (stage === 'RETURNED') return acts.act(secretary, 'returnProject', proposed);
      return stage === 'WITHDRAWN' ? acts.act(starter, 'withdrawProject', proposed) : proposed;
    }
    const project = await planned(stage);
    if (stage === 'PLANNED') return project;
    if (stage === 'IN_PROGRESS') return acts.act(lead, 'beginProject', project);
    if (stage === 'STOPPED') return acts.act(lead, 'stopProject', project);
    const leader = stage === 'ANSWERED_IDEA' ? starter : lead;
    const answered = await acts.act(leader, 'fileProjectResult', project);
    if (stage !== 'CLOSED') return answered;
    await acts.needs.step(haver, 'closeNeed', await acts.need(need));
    return (await acts.see(secretary, project.id)) ?? answered;
  }

  function variablesOf(name: ProjectStepName, project: SeenProject): Record<string, unknown> {
    const rowOf = (code: string) => project.hosts.find(({ unit }) => unit.code === code);
    const [some] = project.steps;
    const open = project.steps.find(({ doneAt }) => doneAt === null) ?? some;
    const done = project.steps.find(({ doneAt }) => doneAt !== null) ?? some;
    const fresh = GUESTS.find((code) => !rowOf(code));
    const leadUnitId = world.unit(project.lead.code);
    const of = (row: { id: string; version: number } | undefined) => ({ id: row?.id, version: row?.version });
    const special: Partial<Record<ProjectStepName, object>> = {
      nameProjectLead: { unitId: world.unit(host) },
      askProjectHost: { unitId: world.unit(fresh ?? 'clinic') },
      updateProject: { input: { title: '新名称' } },
      answerProjectHost: { ...of(rowOf(asked)), accept: true },
      withdrawProjectHost: of(rowOf(asked)),
      leaveProject: of(rowOf(host)),
      addProjectStep: {
        projectId: project.id,
        input: { unitId: leadUnitId, title: '步骤', dueOn: '2026-12-01' },
      },
      updateProjectStep: { ...of(open), input: { title: '步骤' } },
      moveProjectStep: { ...of(open), place: 2 },
      removeProjectStep: of(open),
      finishProjectStep: of(open),
      unfinishProjectStep: of(done),
      noteProjectProgress: { projectId: project.id, text: '进展' },
    };
    return { id: project.id, version: project.version, ...special[name] };
  }

  const told = ({ __typename, state }: ProjectOutcome) => (__typename === 'Project' ? state : __typename);

  /** What hangs on a project is tried on those that came from needs. */
  const exists = (name: ProjectStepName, stage: Stage): boolean =>
    !TABLE[name]?.seenBy || (!IDEAS.includes(stage) && stage !== 'ANSWERED_IDEA');

  /** Whether the next can try the same: it has steps, the same lead, and whoever was asked still is. */
  const isAsBefore = (now: SeenProject, before: SeenProject): boolean => {
    const standing = ({ hosts }: SeenProject) =>
      hosts.filter(({ unit }) => unit.code === asked || unit.code === host).map(({ state }) => state);
    return (
      now.state === before.state &&
      now.lead.code === before.lead.code &&
      (now.steps.length > 0 || before.steps.length === 0) &&
      standing(now).join(' ') === standing(before).join(' ')
    );
  };

  /** Whoever cannot have to do with it is the same in all stages of one kind. */
  const playersIn = (stage: Stage): Player[] =>
    (Object.keys(ACCOUNTS) as Player[]).filter(
      (player) => !OUTSIDERS.includes(player) || stage === 'PROPOSED' || stage === 'PLANNED',
    );

  it.each(STAGES)(
    '%s goes where the table says, for those whom it names, and nowhere else',
    async (stage) => {
      let project = await build(stage);
      const differences: unknown[] = [];
      const attempt = async (name: ProjectStepName, player: Player, wanted: string) => {
        const client = player === 'nobody' ? world.nobody() : acts.client(ACCOUNTS[player]);
        const outcome = await acts.tryAct(ACCOUNTS[player], name, variablesOf(name, project), client);
        const found = told(outcome);
        if (found !== wanted) differences.push({ name, player, wanted, found });
        return outcome;
      };
      for (const [act, rule] of Object.entries(TABLE)) {
        const name = act as ProjectStepName;
        if (!exists(name, stage)) continue;
        const wanted = playersIn(stage).map((player) => ({ player, wanted: expected(rule, stage, player) }));
        const [refused, granted] = [wanted.filter(isRefused), wanted.filter((one) => !isRefused(one))];
        await Promise.all(refused.map((one) => attempt(name, one.player, one.wanted)));
        for (const one of granted) {
          const outcome = await attempt(name, one.player, one.wanted);
          const next = { ...project, ...outcome };
          project = isAsBefore(next, project) ? next : await build(stage);
        }
      }
      expect(differences).toEqual([]);
    },
  );
});
