import { hidePhones, joinChat } from '#graphql';
import { localDayOf } from '#calendar';
import { NeedCategory, timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { IsNull } from 'typeorm';
import { HostState, ProjectHost } from '../host/project-host.entity.js';
import { ProjectStep } from '../step/project-step.entity.js';
import { ProjectState, type Project } from './project.entity.js';
import { PROJECT_CHAT, PROJECT_CHAT_REASONS, PROJECT_STATES } from './project.words.js';

/** What one would write into the group chat about a project, in plain Chinese: no names of persons, no phones. */
export async function writeProjectChat(tx: TenantTransaction, project: Project): Promise<string> {
  const { title, state, what, startsOn, endsOn, result, resultHeads, resultHours, reason } = project;
  const category = await tx.find(NeedCategory, project.categoryId);
  const hosts = await listHosts(tx, project);
  return joinChat([
    PROJECT_CHAT.headline({ title: hidePhones(title), state: PROJECT_STATES[state].zh }),
    PROJECT_CHAT.lead({ unit: await nameOf(tx, project.leadUnitId) }),
    hosts.length > 0 ? PROJECT_CHAT.hosts({ units: hosts.join('、') }) : null,
    PROJECT_CHAT.what({ what: hidePhones(what) }),
    category ? PROJECT_CHAT.category({ category: hidePhones(category.name) }) : null,
    startsOn === null ? null : PROJECT_CHAT.from({ day: writeDay(startsOn) }),
    endsOn === null ? null : PROJECT_CHAT.until({ day: writeDay(endsOn) }),
    ...(project.endedAt ? [] : await writeSteps(tx, project)),
    result === null ? null : PROJECT_CHAT.result({ result: hidePhones(result) }),
    resultHeads === null ? null : PROJECT_CHAT.heads({ heads: resultHeads }),
    resultHours === null ? null : PROJECT_CHAT.hours({ hours: resultHours }),
    reason === null ? null : PROJECT_CHAT.reason({ title: reasonOf(state), reason: hidePhones(reason) }),
    state === ProjectState.RETURNED ? PROJECT_CHAT.reviseIt : null,
  ]);
}

async function listHosts(tx: TenantTransaction, { id }: Project): Promise<string[]> {
  const hosts = await tx.manager.find(ProjectHost, {
    where: { regionId: tx.regionId, projectId: id, state: HostState.ACCEPTED },
    order: { askedAt: 'ASC', id: 'ASC' },
  });
  return Promise.all(hosts.map(({ unitId }) => nameOf(tx, unitId)));
}

/** Every one that is late, and the first that is not, as long as no result is filed. */
async function writeSteps(tx: TenantTransaction, { id, state }: Project): Promise<string[]> {
  const steps = await tx.manager.find(ProjectStep, {
    where: { regionId: tx.regionId, projectId: id, doneAt: IsNull() },
    order: { place: 'ASC', id: 'ASC' },
  });
  const today = localDayOf(tx.now, await timeZoneOf(tx)).toString();
  const late = steps.filter(({ dueOn }) => dueOn < today);
  const next = state === ProjectState.ANSWERED ? undefined : steps.find(({ dueOn }) => dueOn >= today);
  const write = async (line: typeof PROJECT_CHAT.nextStep, { title, unitId, dueOn }: ProjectStep) =>
    line({ title: hidePhones(title), unit: await nameOf(tx, unitId), day: writeDay(dueOn) });
  return Promise.all([
    ...late.map((step) => write(PROJECT_CHAT.overdueStep, step)),
    ...(next ? [write(PROJECT_CHAT.nextStep, next)] : []),
  ]);
}

function reasonOf(state: ProjectState): string {
  const titles: Readonly<Record<string, string>> = PROJECT_CHAT_REASONS;
  return titles[state] ?? PROJECT_CHAT_REASONS.reopened;
}

async function nameOf(tx: TenantTransaction, unitId: string): Promise<string> {
  return (await tx.find(Unit, unitId))?.name ?? PROJECT_CHAT.aUnit;
}

/** `2026-12-01` as 2026年12月1日. */
function writeDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
