import type { Words } from '#graphql';
import { type Clock, type IdSource, RandomIdSource, SystemClock } from '#tenancy';
import type { EntityManager } from 'typeorm';
import { Region } from '../region/region.entity.js';
import { hashPassword, makePassword } from '../sign-in/password.js';
import { applyPlan } from './apply-plan.js';
import { asOperator } from './as-operator.js';
import type { ImportPart } from './import-part.js';
import { planRoster } from './plan-roster.js';
import { readRoster } from './read-roster.js';
import { loadSnapshot, type RegionSnapshot } from './region-snapshot.js';
import type { RosterChange, RosterPlan } from './roster-plan.js';
import type { Roster, RosterPost } from './roster.schema.js';
import { type ImportMoment, UnitRights } from './unit-rights.js';

/** Hashes worked on at a time: each takes a core and 19 MiB. */
const HASHES_AT_ONCE = 4;

export interface RosterImportSettings {
  /** Does everything and takes it back, so that the answer is what would be. */
  readonly dryRun?: boolean;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly makePassword?: () => string;
  readonly hashPassword?: (password: string) => Promise<string>;
  /** Puts the new passwords where they are kept, before anything is stored for good; if it fails, nothing is. */
  readonly keep?: (accounts: readonly NewAccount[]) => Promise<void>;
  /** What libraries above store with it. */
  readonly parts?: readonly ImportPart[];
}

/** A person's way in, as it was made; the password is shown this once. */
export interface NewAccount {
  /** Code of the region, which one signs in with as well. */
  readonly region: string;
  readonly account: string;
  readonly password: string;
  readonly posts: readonly RosterPost[];
}

export interface RosterImport {
  /** None when the database holds what the file does. */
  readonly changes: readonly RosterChange[];
  /** What is stored and not in the file, and what the file cannot bring back. */
  readonly notes: readonly Words[];
  /** None in a dry run. */
  readonly accounts: readonly NewAccount[];
}

/**
 * Brings one region to what the file says: adds, updates, and never removes but service days. All or nothing.
 * @param ownerUrl the schema owner's connection; the import has the rights of lianjian_operator
 * @throws RosterError naming every bad entry by its path, with nothing stored
 */
export async function importRoster(
  ownerUrl: string,
  input: unknown,
  settings: RosterImportSettings = {},
): Promise<RosterImport> {
  const roster = readRoster(input);
  const { dryRun: isTrial = false, parts = [] } = settings;
  const entities = parts.flatMap((part) => [...part.entities]);
  const work = (manager: EntityManager): Promise<RosterImport> => store(manager, roster, settings);
  return asOperator(ownerUrl, `region ${roster.region.code}`, work, { isTrial, entities });
}

async function store(
  manager: EntityManager,
  roster: Roster,
  settings: RosterImportSettings,
): Promise<RosterImport> {
  const { dryRun = false, keep, parts = [] } = settings;
  const moment = await momentOf(manager, roster, settings);
  const plan = planRoster(roster, moment.stored, moment);
  const accounts = dryRun ? [] : newAccounts(roster, plan, settings.makePassword ?? makePassword);
  const passwords = new Map(accounts.map(({ account, password }) => [account, password]));
  if (plan.changes.length > 0)
    await applyPlan(manager, plan, await hashAll(plan, passwords, settings.hashPassword ?? hashPassword));
  const { changes, notes } = plan;
  const units = new UnitRights(manager, moment);
  for (const part of parts) {
    const stored = await part.store(units);
    changes.push(...stored.changes);
    notes.push(...stored.notes);
  }
  if (accounts.length > 0) await keep?.(accounts);
  return { changes, notes, accounts };
}

async function momentOf(
  manager: EntityManager,
  roster: Roster,
  { clock = new SystemClock(), ids = new RandomIdSource() }: RosterImportSettings,
): Promise<ImportMoment & { readonly stored: RegionSnapshot }> {
  const region = await manager.findOneBy(Region, { code: roster.region.code });
  const regionId = region?.id ?? ids.next();
  await manager.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
  const stored = await loadSnapshot(manager, region);
  return { stored, regionId, now: clock.now(), newId: () => ids.next() };
}

function newAccounts(roster: Roster, plan: RosterPlan, newPassword: () => string): NewAccount[] {
  return plan.accounts.map(({ name: account }) => ({
    region: roster.region.code,
    account,
    password: newPassword(),
    posts: roster.posts.filter((post) => post.account === account),
  }));
}

/** Of an account without a password, as in a dry run, nothing is worked out. */
async function hashAll(
  { accounts }: RosterPlan,
  passwords: ReadonlyMap<string, string>,
  hash: (password: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  const left = accounts.values();
  const work = async (): Promise<void> => {
    for (const { name } of left) {
      const password = passwords.get(name);
      hashes.set(name, password === undefined ? '-' : await hash(password));
    }
  };
  await Promise.all(Array.from({ length: HASHES_AT_ONCE }, work));
  return hashes;
}
