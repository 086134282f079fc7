import { type Clock, type IdSource, RandomIdSource, SystemClock } from '#tenancy';
import type { EntityManager } from 'typeorm';
import { Region } from '../region/region.entity.js';
import { hashPassword, makePassword } from '../sign-in/password.js';
import { applyPlan } from './apply-plan.js';
import { asOperator } from './as-operator.js';
import { planRoster } from './plan-roster.js';
import { readRoster } from './read-roster.js';
import { loadSnapshot } from './region-snapshot.js';
import type { RosterChange, RosterPlan } from './roster-plan.js';
import type { Roster, RosterPost } from './roster.schema.js';

/** Hashes worked on at a time: each takes a core and 19 MiB. */
const HASHES_AT_ONCE = 4;

export interface RosterImportSettings {
  /** Works everything out and stores nothing. */
  readonly dryRun?: boolean;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  readonly makePassword?: () => string;
  readonly hashPassword?: (password: string) => Promise<string>;
  /** Puts the new passwords where they are kept, before anything is stored for good; if it fails, nothing is. */
  readonly keep?: (accounts: readonly NewAccount[]) => Promise<void>;
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
  readonly notes: readonly string[];
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
  return asOperator(ownerUrl, `region ${roster.region.code}`, async (manager) => {
    const plan = await planAgainst(manager, roster, settings);
    const { changes, notes } = plan;
    if (settings.dryRun || changes.length === 0) return { changes, notes, accounts: [] };
    const passwords = new Map(
      plan.accounts.map(({ name }) => [name, (settings.makePassword ?? makePassword)()]),
    );
    await applyPlan(manager, plan, await hashAll(passwords, settings.hashPassword ?? hashPassword));
    const accounts = [...passwords].map(([account, password]) => ({
      region: roster.region.code,
      account,
      password,
      posts: roster.posts.filter((post) => post.account === account),
    }));
    if (accounts.length > 0) await settings.keep?.(accounts);
    return { changes, notes, accounts };
  });
}

async function planAgainst(
  manager: EntityManager,
  roster: Roster,
  { clock = new SystemClock(), ids = new RandomIdSource() }: RosterImportSettings,
): Promise<RosterPlan> {
  const region = await manager.findOneBy(Region, { code: roster.region.code });
  const regionId = region?.id ?? ids.next();
  await manager.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
  const stored = await loadSnapshot(manager, region);
  return planRoster(roster, stored, { regionId, now: clock.now(), newId: () => ids.next() });
}

async function hashAll(
  passwords: ReadonlyMap<string, string>,
  hash: (password: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  const left = passwords.entries();
  const work = async (): Promise<void> => {
    for (const [name, password] of left) hashes.set(name, await hash(password));
  };
  await Promise.all(Array.from({ length: HASHES_AT_ONCE }, work));
  return hashes;
}
