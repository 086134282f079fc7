import type { Words } from '#graphql';
import { LooseEntry } from './loose-entry.js';
import type { RosterProblem } from './roster-error.js';
import { ROSTER_THINGS, ROSTER_WORDS } from './roster.words.js';

type Complain = (entry: LooseEntry, message: Words) => void;

/** What only shows between entries. Looks also at files whose shape is wrong, so that one report names all. */
export function checkReferences(input: unknown): RosterProblem[] {
  const problems: RosterProblem[] = [];
  const complain: Complain = ({ path }, message) => problems.push({ path, message });
  const roster = new LooseEntry('', input);
  const areas = checkCodes(roster.list('areas'), complain);
  const units = checkCodes(roster.list('units'), complain);
  const networks = checkCodes(roster.list('networks'), complain);
  for (const network of roster.list('networks')) {
    expectKnown(network.at('area'), areas, 'area', complain);
    checkMembers(network, units, complain);
    expectDistinct(network.list('serviceDays'), (line) => line.at('day').number, 'day', complain);
  }
  for (const post of roster.list('posts')) checkPost(post, { units, networks }, complain);
  expectDistinct(roster.list('posts'), keyOfPost, '', complain);
  checkHolders(roster.list('posts'), complain);
  return problems;
}

/** Returns the codes, which must be different ones. */
function checkCodes(entries: readonly LooseEntry[], complain: Complain): ReadonlySet<string> {
  expectDistinct(entries, (entry) => entry.at('code').text, 'code', complain);
  return new Set(entries.flatMap((entry) => entry.at('code').text ?? []));
}

function checkMembers(network: LooseEntry, units: ReadonlySet<string>, complain: Complain): void {
  const members = [network.at('convener'), ...network.list('partners'), ...network.list('others')];
  const places = new Map<string, string>();
  for (const member of members) {
    expectKnown(member, units, 'unit', complain);
    if (member.text === null) continue;
    const first = places.get(member.text);
    if (first === undefined) places.set(member.text, member.path);
    else complain(member, ROSTER_WORDS.memberAlready({ unit: member.text, place: first }));
  }
}

function checkPost(
  post: LooseEntry,
  known: { units: ReadonlySet<string>; networks: ReadonlySet<string> },
  complain: Complain,
): void {
  const role = post.at('role').text;
  const scope = post.list('networks');
  expectKnown(post.at('unit'), known.units, 'unit', complain);
  for (const network of scope) expectKnown(network, known.networks, 'network', complain);
  expectDistinct(scope, (network) => network.text, '', complain);
  if (role === 'STEWARD' && scope.length === 0)
    complain(post.at('networks'), ROSTER_WORDS.stewardNeedsNetworks);
  if (role !== 'STEWARD' && scope.length > 0) complain(post.at('networks'), ROSTER_WORDS.onlyStewards);
  if (role === 'REPRESENTATIVE' && !post.at('until').isGiven)
    complain(post.at('until'), ROSTER_WORDS.representativeNeedsDay);
}

/** One account is one person, and a person has one name. */
function checkHolders(posts: readonly LooseEntry[], complain: Complain): void {
  const holders = new Map<string, LooseEntry>();
  for (const post of posts) {
    const account = post.at('account').text;
    const name = post.at('name');
    if (account === null || name.text === null) continue;
    const first = holders.get(account);
    if (!first) holders.set(account, name);
    else if (first.text !== name.text)
      complain(name, ROSTER_WORDS.otherName({ account, name: first.text ?? '', place: first.path }));
  }
}

function keyOfPost(post: LooseEntry): string | null {
  const parts = ['account', 'unit', 'role'].map((field) => post.at(field).text);
  return parts.includes(null) ? null : parts.join(' ');
}

function expectKnown(
  entry: LooseEntry,
  known: ReadonlySet<string>,
  what: keyof typeof ROSTER_THINGS,
  complain: Complain,
): void {
  if (entry.text !== null && !known.has(entry.text))
    complain(entry, ROSTER_WORDS.unknownCode({ what: ROSTER_THINGS[what], code: `"${entry.text}"` }));
}

function expectDistinct(
  entries: readonly LooseEntry[],
  keyOf: (entry: LooseEntry) => string | number | null,
  field: string,
  complain: Complain,
): void {
  const places = new Map<string | number, string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const first = places.get(key);
    if (first === undefined) places.set(key, entry.path);
    else {
      const words = ROSTER_WORDS.standsAlready({ key: JSON.stringify(key), place: first });
      complain(field === '' ? entry : entry.at(field), words);
    }
  }
}
