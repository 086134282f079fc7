import type { Planning } from './planning.js';
import { ROSTER_NOTES } from './roster.words.js';

/** Says what is stored and not in the file: an import takes nothing of that away. */
export function noteAbsent({ roster, stored, plan }: Planning): void {
  const accounts = new Set(roster.posts.map(({ account }) => account));
  noteCodes('area', stored.areas, roster.areas);
  noteCodes('unit', stored.units, roster.units);
  noteCodes('network', stored.networks, roster.networks);
  for (const { name } of stored.accounts) if (!accounts.has(name)) note(`account ${name}`);
  notePlaces();

  function noteCodes(
    what: string,
    before: readonly { code: string }[],
    now: readonly { code: string }[],
  ): void {
    const codes = new Set(now.map(({ code }) => code));
    for (const { code } of before) if (!codes.has(code)) note(`${what} ${code}`);
  }

  function notePlaces(): void {
    const codes = new Map(stored.networks.map(({ id, code }) => [id, code]));
    for (const { networkId, unitCode } of stored.memberships) {
      const network = roster.networks.find(({ code }) => code === codes.get(networkId));
      if (!network || [network.convener, ...network.partners, ...network.others].includes(unitCode)) continue;
      note(`${unitCode} in ${network.code}`);
    }
  }

  function note(subject: string): void {
    plan.notes.push(ROSTER_NOTES.absent({ subject }));
  }
}
