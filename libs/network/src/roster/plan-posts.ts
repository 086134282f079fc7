import { spanOfDay } from '#calendar';
import { Temporal } from 'temporal-polyfill';
import { searchTextOf } from '../directory/search-text.js';
import { MembershipState } from '../membership/membership.entity.js';
import { Person } from '../person/person.entity.js';
import { Post } from '../post/post.entity.js';
import { getId, joinedBy, type Planning, withAdded } from './planning.js';
import type { RosterPost } from './roster.schema.js';
import { ROSTER_NOTES, ROSTER_WORDS } from './roster.words.js';

/** People with their accounts, then their posts. */
export function planPosts(planning: Planning): void {
  const personIds = planPeople(planning);
  const wanted = new Map<Post, Partial<Post>>();
  for (const [index, entry] of planning.roster.posts.entries()) {
    const known = planning.stored.posts.filter(
      (post) =>
        post.unitId === planning.ids.units.get(entry.unit) &&
        post.personId === personIds.get(entry.account) &&
        post.role === entry.role,
    );
    const held = known.filter(({ revokedAt }) => revokedAt === null).toSorted(bySinceDescending)[0];
    if (held) wanted.set(held, wishOf(planning, entry, held, `posts[${index}]`));
    else if (known.length > 0) planning.plan.notes.push(ROSTER_NOTES.revoked({ post: subjectOf(entry) }));
    else planNewPost(planning, entry, getId(personIds, entry.account), `posts[${index}]`);
  }
  planKnownPosts(planning, wanted, personIds);
}

function planPeople({
  roster,
  stored,
  plan,
  ids,
  regionId,
  newId,
  now,
}: Planning): ReadonlyMap<string, string> {
  const personIds = new Map(stored.accounts.map((account) => [account.name, account.personId]));
  const isStored = new Set(personIds.keys());
  const homes = new Map(roster.posts.toReversed().map(({ account, unit }) => [account, unit]));
  for (const { account, name } of new Map(roster.posts.map((post) => [post.account, post])).values()) {
    if (isStored.has(account)) {
      const person = stored.people.find(({ id }) => id === personIds.get(account));
      if (person) plan.update(Person, `person ${account}`, person, { name });
      continue;
    }
    const personId = newId();
    personIds.set(account, personId);
    plan.add(Person, `person ${account}`, { regionId, id: personId, name, createdAt: now });
    const unitId = getId(ids.units, homes.get(account) ?? '');
    plan.addAccount({ regionId, id: newId(), personId, unitId, name: account, createdAt: now });
  }
  return personIds;
}

function planNewPost(planning: Planning, entry: RosterPost, personId: string, path: string): void {
  const { plan, ids, regionId, newId, now } = planning;
  const until = untilOf(planning, entry) ?? null;
  if (until && until <= now) plan.problems.push({ path: `${path}.until`, message: ROSTER_WORDS.inThePast });
  plan.add(Post, subjectOf(entry), {
    regionId,
    id: newId(),
    unitId: getId(ids.units, entry.unit),
    personId,
    personName: entry.name,
    searchText: searchTextOf({ person: entry.name }),
    dutyPhone: entry.dutyPhone ?? null,
    role: entry.role,
    networkIds: networksOf(planning, entry.unit),
    scopeNetworkIds: entry.networks.map((code) => getId(ids.networks, code)),
    since: now,
    until,
    revokedAt: null,
    predecessorId: null,
    version: 1,
  });
}

function wishOf(planning: Planning, entry: RosterPost, held: Post, path: string): Partial<Post> {
  const until = untilOf(planning, entry);
  if (until && until <= held.since)
    planning.plan.problems.push({ path: `${path}.until`, message: ROSTER_WORDS.beforeGiven });
  const scope = entry.networks.map((code) => getId(planning.ids.networks, code));
  const isSame =
    scope.length === held.scopeNetworkIds.length && scope.every((id) => held.scopeNetworkIds.includes(id));
  return { dutyPhone: entry.dutyPhone, until, scopeNetworkIds: isSame ? undefined : scope };
}

/** Every post repeats its holder's name and its unit's networks, also one that the file does not name. */
function planKnownPosts(
  planning: Planning,
  wanted: ReadonlyMap<Post, Partial<Post>>,
  personIds: ReadonlyMap<string, string>,
): void {
  const { roster, stored, plan } = planning;
  const names = new Map(roster.posts.map(({ account, name }) => [personIds.get(account), name]));
  const codes = new Map(stored.units.map((unit) => [unit.id, unit.code]));
  const accounts = new Map(stored.accounts.map(({ personId, name }) => [personId, name]));
  for (const post of stored.posts) {
    const unit = codes.get(post.unitId) ?? '';
    const account = accounts.get(post.personId) ?? '';
    plan.update(Post, subjectOf({ account, unit, role: post.role }), post, {
      ...wanted.get(post),
      personName: names.get(post.personId),
      networkIds: withAdded(post.networkIds, joinedBy(planning, unit)),
    });
  }
}

function networksOf(planning: Planning, unit: string): string[] {
  const active = planning.stored.memberships.filter(
    ({ unitCode, state }) => unitCode === unit && state === MembershipState.ACTIVE,
  );
  return withAdded(
    active.map(({ networkId }) => networkId),
    joinedBy(planning, unit),
  );
}

/** A last day lasts to its end, on the clock of the region. */
function untilOf({ roster }: Planning, { until }: RosterPost): Date | null | undefined {
  if (until === undefined || until === null) return until;
  return spanOfDay(Temporal.PlainDate.from(until), roster.region.timeZone).endsAt;
}

/** A deputy may have come several times: the file speaks of the last. */
function bySinceDescending(a: Post, b: Post): number {
  return b.since.getTime() - a.since.getTime();
}

function subjectOf({ account, unit, role }: Pick<RosterPost, 'account' | 'unit' | 'role'>): string {
  return `post of ${account}: ${role} in ${unit}`;
}
