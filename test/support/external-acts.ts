import { ExternalProofs } from '#network';
import { createHash } from 'node:crypto';
import { queryAsSuperuser } from './cluster.js';
import { PASSWORD, type World } from './world.js';

const LINK = `mutation ($input: LinkExternalAccountInput!) { done: linkExternalAccount(input: $input) {
  __typename ... on Refusal { message } ... on ExternalAccount { issuer } } }`;
const VERIFIER = 'v'.repeat(43);
export const ISSUER = 'https://login.example.org';

/** What a client has when somebody comes back from a provider: as if the provider had confirmed it. */
export async function proofOf(
  world: World,
  subject: string,
  regionCode = world.code,
): Promise<{ code: string; verifier: string }> {
  const challenge = createHash('sha256').update(VERIFIER).digest('base64url');
  const proofs = world.api.app.get(ExternalProofs, { strict: false });
  const code = await proofs.give({ regionCode, issuer: ISSUER, subject, challenge });
  return { code, verifier: VERIFIER };
}

/** Links the account with that identity. */
export async function linkExternally(world: World, account: string, subject: string): Promise<object> {
  const input = { ...(await proofOf(world, subject)), password: PASSWORD };
  return (await world.as(account).ask<{ done: object }>(LINK, { input })).done;
}

/** As a roster would say it of the network `southeast`. */
export async function letAccountsBeOpened(world: World, isAllowed = true): Promise<void> {
  const set = `UPDATE network SET opens_accounts_externally = ${isAllowed} WHERE code = 'southeast'`;
  await queryAsSuperuser(set, world.api.database.name);
}
