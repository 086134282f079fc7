import { fromGlobalId } from '#graphql';
import { queryAsSuperuser } from './cluster.js';
import type { World } from './world.js';

const SET = `mutation { setMessageSettings(input: { topics: [WAITING, DUE, CHANGED] }) { topics } }`;

/** As if a code had been mailed to an address of the account; gives the code. */
export async function settleMail(world: World, account: string): Promise<string> {
  await world.as(account).ask(SET);
  const id = fromGlobalId('Post', world.post(account));
  const at = world.clock.now().toISOString();
  await queryAsSuperuser(
    `UPDATE message_settings SET mail_address = 'one@unit.example', mail_confirmed_at = NULL,
       code_hash = sha256('aaaabbbbcccc'), code_asked_at = '${at}' WHERE id = '${id}'`,
    world.api.database.name,
  );
  return `${world.code}.aaaa-bbbb-cccc`;
}
