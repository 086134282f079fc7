import { found, loadPage, mapPage, type ConnectionArgs, type KeysetList, type Page } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import type { SelectQueryBuilder } from 'typeorm';
import { Membership, MembershipState } from '../membership/membership.entity.js';
import { Post } from '../post/post.entity.js';
import { Unit } from '../unit/unit.entity.js';
import type { DirectoryFilter } from './directory.inputs.js';
import { patternOf, searchWordsOf } from './search-text.js';

export interface DirectoryEntry {
  unit: Unit;
  role: Membership['role'];
  people: Post[];
}

/** In the order in which they are listed. */
const SPEAKERS: readonly Post['role'][] = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY'];

const BY_NAME: KeysetList = {
  name: 'directory',
  order: [
    { expression: 'unit.name COLLATE "zh-x-icu"', direction: 'ASC' },
    { expression: 'unit.id', direction: 'ASC' },
  ],
};

// A post is also seen through another network: only what is held now, and in this one, is this network's directory.
const HELD = `post.regionId = :regionId AND :networkId = ANY (post.networkIds) AND post.role = ANY (:speakers)
  AND post.revokedAt IS NULL AND (post.until IS NULL OR post.until > :now)`;

/**
 * The active units of a network that one knows, with who speaks for them. A search tries the names of these dozens of
 * units one by one: no index can be reached for it under row-level security, and none is needed.
 */
export async function listDirectory(
  tx: TenantTransaction,
  { networkId, search }: DirectoryFilter,
  page: ConnectionArgs,
  count: boolean,
): Promise<Page<DirectoryEntry>> {
  const { regionId, now } = tx;
  const query = tx.manager
    .createQueryBuilder(Membership, 'membership')
    .innerJoin(Unit, 'unit', 'unit.regionId = :regionId AND unit.id = membership.unitId')
    .where('membership.regionId = :regionId', { regionId, networkId, now, speakers: SPEAKERS })
    .andWhere('membership.networkId = :networkId AND :networkId = ANY (app.known_network_ids())')
    .andWhere('membership.state = :active', { active: MembershipState.ACTIVE });
  for (const [index, word] of searchWordsOf(search ?? '').entries()) narrow(query, `word_${index}`, word);
  const members = await loadPage(query, BY_NAME, page, count);
  const entries = await describe(
    tx,
    networkId,
    members.edges.map(({ node }) => node),
  );
  return mapPage(members, ({ id }) => found(entries.get(id)));
}

/** An aggregate is worked out for each unit; of EXISTS the planner makes a scan over all posts of the region. */
function narrow(query: SelectQueryBuilder<Membership>, name: string, word: string): void {
  const ofPeople = query
    .subQuery()
    .select(`bool_or(post.searchText ~ :${name})`)
    .from(Post, 'post')
    .where(`${HELD} AND post.unitId = membership.unitId`);
  query.andWhere(`(unit.searchText ~ :${name} OR ${ofPeople.getQuery()})`, { [name]: patternOf(word) });
}

/** By the membership. */
async function describe(
  tx: TenantTransaction,
  networkId: string,
  members: readonly Membership[],
): Promise<ReadonlyMap<string, DirectoryEntry>> {
  const unitIds = members.map(({ unitId }) => found(unitId));
  const people = await listSpeakers(tx, networkId, unitIds);
  const entries = members.map(async ({ id, unitId, role }): Promise<[string, DirectoryEntry]> => {
    const unit = found(await tx.find(Unit, found(unitId)));
    return [id, { unit, role, people: people.filter((post) => post.unitId === unit.id) }];
  });
  return new Map(await Promise.all(entries));
}

function listSpeakers(tx: TenantTransaction, networkId: string, unitIds: string[]): Promise<Post[]> {
  const { regionId, now } = tx;
  return tx.manager
    .createQueryBuilder(Post, 'post')
    .where(HELD, { regionId, networkId, now, speakers: SPEAKERS })
    .andWhere('post.unitId = ANY (:unitIds)', { unitIds })
    .orderBy('array_position(:speakers, post.role)')
    .addOrderBy('post.personName COLLATE "zh-x-icu"')
    .addOrderBy('post.id')
    .getMany();
}
