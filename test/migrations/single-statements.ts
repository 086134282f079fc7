import type { QueryRunner } from 'typeorm';
import type { Client } from 'pg';

/**
 * Makes the runner send every query by the extended protocol, in which the server refuses two
 * statements at once, and gives the list in which it will keep them: a shard is given one at a time.
 */
export async function sendSingly(runner: QueryRunner): Promise<readonly string[]> {
  const client: Client = await runner.connect();
  const sent: string[] = [];
  const query = async (text: string): Promise<unknown[]> => {
    sent.push(text);
    const alone = { text, queryMode: 'extended' };
    const { rows } = await client.query(alone);
    return rows;
  };
  Object.assign(runner, { query });
  return sent;
}
