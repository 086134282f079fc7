import { hidePhones, joinChat } from '#graphql';
import { localDayOf } from '#calendar';
import { NeedCategory, timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { IsNull } from 'typeorm';
import { HostState, ProjectHost } from '../host/project-host.entity.js';
import { ProjectStep } from '../step/project-step.entity.js';
import type { Project } from './project.entity.js';
import { PROJECT_CHAT, PROJECT_STATES } from './project.words.js';

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
    project.endedAt ? null : await writeNextStep(tx, project),
    result === null ? null : PROJECT_CHAT.result({ result: hidePhones(result) }),
    resultHeads === null ? null : PROJECT_CHAT.heads({ heads: resultHeads }),
    resultHours === null ? null : PROJECT_CHAT.hours({ hours: resultHours }),
    reason === null ? null : PROJECT_CHAT.reason({ reason: hidePhones(reason) }),
  ]);
}

async function listHosts(tx: TenantTransaction, { id }: Project): Promise<string[]> {
  const hosts = await tx.manager.find(ProjectHost, {
    where: { regionId: tx.regionId, projectId: id, state: HostState.ACCEPTED },
    order: { askedAt: 'ASC', id: 'ASC' },
  });
  return Promise.all(hosts.map(({ unitId }) => nameOf(tx, unitId)));
}

/** The first that is not done. */
async function writeNextStep(tx: TenantTransaction, { id }: Project): Promise<string | null> {
  const step = await tx.manager.findOne(ProjectStep, {
    where: { regionId: tx.regionId, projectId: id, doneAt: IsNull() },
    order: { place: 'ASC', id: 'ASC' },
  });
  if (!step) return null;
  const today = localDayOf(tx.now, await timeZoneOf(tx)).toString();
  const write = step.dueOn < today ? PROJECT_CHAT.overdueStep : PROJECT_CHAT.nextStep;
  return write({
    title: hidePhones(step.title),
    unit: await nameOf(tx, step.unitId),
    day: writeDay(step.dueOn),
  });
}

async function nameOf(tx: TenantTransaction, unitId: string): Promise<string> {
  return (await tx.find(Unit, unitId))?.name ?? PROJECT_CHAT.aUnit;
}

/** `2026-12-01` as 2026年12月1日. */
function writeDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
