import { Client } from 'pg';
import { product } from '../product.ts';
import { PASSWORD } from '../world/world.ts';

/** As the region of the tests over many networks: its first six characters are the code to sign in with. */
export const DISTRICT = '31011500-0000-4000-8000-000000000000';

/** Networks that are asked in turn, each of another street. */
const ASKED = [3, 53, 103, 153] as const;

export type AskingRole = 'SECRETARY' | 'LIAISON' | 'STEWARD';

/** Who asks, and of which network. */
export interface Asking {
  readonly role: AskingRole;
  readonly account: string;
  readonly networkId: string;
}

/** Networks as they are after a year and a half: the district in which the product's tests count what is read. */
export async function fillDistrict(superuserUrl: string, networks: number, now: Date): Promise<Asking[]> {
  const fill = await product.fillDistrict();
  await fill(superuserUrl, DISTRICT, networks, now);
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('VACUUM (ANALYZE)');
    return await givePasswords(client, networks);
  } finally {
    await client.end();
  }
}

async function givePasswords(client: Client, networks: number): Promise<Asking[]> {
  const hash = await product.hashPassword(PASSWORD);
  const asking: Asking[] = [];
  for (const network of ASKED.filter((one) => one <= networks)) {
    const people: readonly (readonly [AskingRole, string])[] = [
      ['SECRETARY', `person committee-${network} 1`],
      ['LIAISON', `person unit-${network}-2 1`],
      ['STEWARD', `person steward ${Math.floor((network - 1) / 25)}`],
    ];
    for (const [role, person] of people) {
      const account = `${role.toLowerCase()}-${network}`;
      const given = await client.query(
        `UPDATE account SET name = $1, password_hash = $2 WHERE region_id = $3 AND person_id = ${ID}`,
        [account, hash, DISTRICT, person],
      );
      if (given.rowCount !== 1) throw new Error(`Nobody in the district is ${person}.`);
      const { rows } = await client.query<{ id: string }>(
        'SELECT id FROM network WHERE region_id = $1 AND code = $2',
        [DISTRICT, `network-${network}`],
      );
      asking.push({ role, account, networkId: rows[0]?.id ?? '' });
    }
  }
  return asking;
}

/** The id of what is named so in the district. */
const ID = `overlay(overlay(md5($3::text || ' ' || $4) placing '4' from 13) placing '8' from 17)::uuid`;
