import { ApiError, found } from '#graphql';
import { Need, Project } from '#needs';
import type { TenantTransaction } from '#tenancy';
import { DishOrder } from '../order/dish-order.entity.js';
import { Dish, DishKind, DishState, Segment } from './dish.entity.js';
import type { CreateDishInput, UpdateDishInput } from './dish.inputs.js';
import { DISH_WORDS } from './dish.words.js';

export type DishSaid = Pick<
  Dish,
  | 'kind'
  | 'title'
  | 'what'
  | 'place'
  | 'quota'
  | 'quotaPerUnit'
  | 'signUpDeadline'
  | 'allowsPassing'
  | 'segments'
  | 'contactName'
  | 'contactPhone'
  | 'projectId'
  | 'needId'
>;

/** What has not happened to a dish that was just drafted. */
export const UNTOUCHED = {
  state: DishState.DRAFT,
  readerUnitIds: [] as string[],
  serviceDay: null,
  orderId: null,
  proposedAt: null,
  takenAt: null,
  publishedAt: null,
  endedAt: null,
  recordedAt: null,
  reason: null,
  version: 1,
} as const;

/** What nobody has said of a dish. */
export const SILENT = {
  what: null,
  place: null,
  quota: null,
  quotaPerUnit: null,
  signUpDeadline: null,
  allowsPassing: false,
  segments: [Segment.ALL],
  contactName: null,
  contactPhone: null,
  projectId: null,
  needId: null,
};

/**
 * What is said of a dish; what is left out comes from where it comes from.
 * @throws ApiError NOT_FOUND for an origin that one does not see or that is of another network
 */
export async function draftOf(
  tx: TenantTransaction,
  input: CreateDishInput,
): Promise<DishSaid & Pick<Dish, 'copiedFromId' | 'orderId'>> {
  const { copyOfId = null, orderId = null, projectId, needId } = input;
  if ([copyOfId, projectId, needId].filter(Boolean).length > 1) {
    throw ApiError.badInput([{ path: 'input', message: DISH_WORDS.oneOrigin }]);
  }
  const ordered = orderId ? await wishedBy(tx, orderId, input.networkId) : {};
  const origin = { ...ordered, ...withoutEmpty(await originOf(tx, input)) };
  const { kind, title, ...rest } = { ...SILENT, ...origin, ...withoutEmpty(sayingsOf(input)) };
  if (!kind) throw ApiError.badInput([{ path: 'input.kind', message: DISH_WORDS.kindNeeded }]);
  if (!title) throw ApiError.badInput([{ path: 'input.title', message: DISH_WORDS.titleNeeded }]);
  const kept = { place: placeOf(rest.place), segments: [...new Set(rest.segments)] };
  return { kind, title, ...rest, ...kept, copiedFromId: copyOfId, orderId };
}

/** What is left out stays; null empties what may be empty, and leaves the rest. */
export function changesOf(input: UpdateDishInput): Partial<DishSaid> {
  const { kind, title, allowsPassing, segments, ...mayBeEmpty } = sayingsOf(input);
  const kept = withoutEmpty({ kind, title, allowsPassing, segments: segments && [...new Set(segments)] });
  return { ...kept, ...withoutUnsaid(mayBeEmpty) };
}

/** Places are compared as they stand: without the blanks around them, and blanks alone name none. */
export function placeOf<T extends null | undefined>(place: string | T): string | T | null {
  return typeof place === 'string' ? place.trim() || null : place;
}

/** @throws ApiError BAD_USER_INPUT for quotas and deadlines that cannot be, by the field that was said */
export function expectSound(
  dish: Pick<Dish, 'quota' | 'quotaPerUnit' | 'signUpDeadline' | 'startsAt'>,
  said: Pick<UpdateDishInput, 'quotaPerUnit' | 'signUpDeadline'>,
): void {
  const { quota, quotaPerUnit, signUpDeadline, startsAt } = dish;
  if (quota !== null && quotaPerUnit !== null && quotaPerUnit > quota) {
    const path = said.quotaPerUnit === undefined ? 'input.quota' : 'input.quotaPerUnit';
    throw ApiError.badInput([{ path, message: DISH_WORDS.unitAboveAll }]);
  }
  if (signUpDeadline && signUpDeadline > startsAt) {
    const path = said.signUpDeadline === undefined ? 'input.dates' : 'input.signUpDeadline';
    throw ApiError.badInput([{ path, message: DISH_WORDS.deadlineAfterStart }]);
  }
}

/** @throws ApiError BAD_USER_INPUT for another kind of what stands on the menu by itself */
export function expectKindStays({ serviceDay }: Dish, kind: DishKind | null | undefined): void {
  if (serviceDay === null || !kind || kind === DishKind.SERVICE_DAY) return;
  throw ApiError.badInput([{ path: 'input.kind', message: DISH_WORDS.serviceDayStays }]);
}

/** @throws ApiError BAD_USER_INPUT for a deadline that nobody can keep */
export function expectDeadlineAhead(deadline: Date | null | undefined, now: Date): void {
  if (!deadline || deadline > now) return;
  throw ApiError.badInput([{ path: 'input.signUpDeadline', message: DISH_WORDS.deadlineInThePast }]);
}

/** @throws ApiError NOT_FOUND for a project or a need that one does not see, or of another network */
export async function expectLinks(
  tx: TenantTransaction,
  { projectId, needId }: Partial<Pick<Dish, 'projectId' | 'needId'>>,
  networkId: string,
): Promise<void> {
  if (projectId) expectIn(networkId, found(await tx.find(Project, projectId)));
  if (needId) expectIn(networkId, found(await tx.find(Need, needId)));
}

async function originOf(tx: TenantTransaction, input: CreateDishInput): Promise<Partial<DishSaid>> {
  const { copyOfId, projectId, needId, networkId } = input;
  if (copyOfId) {
    const copied = found(await tx.find(Dish, copyOfId));
    expectIn(networkId, copied);
    const { kind, title, what, place, quota, quotaPerUnit, allowsPassing, segments } = copied;
    const { contactName, contactPhone, projectId: project, needId: need } = copied;
    const links = { projectId: project, needId: need };
    const text = { kind, title, what, place, contactName, contactPhone };
    return { ...text, quota, quotaPerUnit, allowsPassing, segments, ...links };
  }
  await expectLinks(tx, { projectId: projectId ?? null, needId: needId ?? null }, networkId);
  if (projectId) {
    const { title, what } = found(await tx.find(Project, projectId));
    return { title, what };
  }
  if (!needId) return {};
  const { title, what, location, heads } = found(await tx.find(Need, needId));
  return { title, what, place: location, quota: heads };
}

async function wishedBy(
  tx: TenantTransaction,
  orderId: string,
  networkId: string,
): Promise<Partial<DishSaid>> {
  const order = found(await tx.find(DishOrder, orderId));
  expectIn(networkId, order);
  const { title, what, kind, place, segments, heads: quota } = order;
  return { title, what, place, segments, quota, ...(kind && { kind }) };
}

function expectIn(networkId: string, thing: { readonly networkId: string }): void {
  if (thing.networkId !== networkId) throw ApiError.notFound();
}

function sayingsOf(input: UpdateDishInput) {
  const { kind, title, what, place, quota, quotaPerUnit, signUpDeadline, allowsPassing, segments } = input;
  const { contactName, contactPhone, projectId, needId } = input;
  const text = { kind, title, what, place: placeOf(place), contactName, contactPhone };
  return { ...text, quota, quotaPerUnit, signUpDeadline, allowsPassing, segments, projectId, needId };
}

function withoutUnsaid<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function withoutEmpty<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
