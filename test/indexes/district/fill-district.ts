import { Client } from 'pg';
import type { District } from './district.js';
import { needStatements, projectStatements } from './needs.js';
import { bookingStatements, offerStatements, useStatements } from './things.js';
import { actionStatements } from './actions.js';
import { judgingStatements } from './judging.js';
import { meetingStatements } from './meetings.js';
import { doingStatements } from './doing.js';
import { recognitionStatements } from './recognitions.js';
import { evaluationStatements } from './evaluations.js';
import { resultStatements } from './results.js';
import { nominationStatements } from './nominations.js';
import { menuStatements } from './menus.js';
import { orderStatements } from './orders.js';
import { signUpStatements } from './sign-ups.js';
import { fileStatements, lineStatements } from './traces.js';
import { webhookStatements } from './webhooks.js';
import { postStatements, unitStatements } from './units.js';

/**
 * Fills a region with networks as they are after a year and a half. As superuser, because the application may write
 * no more than one unit's own: all constraints hold, the row policies stand aside.
 */
export async function fillDistrict(
  superuserUrl: string,
  region: string,
  networks: number,
  now: Date,
): Promise<void> {
  const district: District = {
    region: `uuid '${region}'`,
    networks,
    now: now.toISOString(),
    idOf: (name) =>
      `overlay(overlay(md5('${region} ' || (${name})) placing '4' from 13) placing '8' from 17)::uuid`,
  };
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const part of [
      unitStatements,
      postStatements,
      offerStatements,
      bookingStatements,
      useStatements,
      meetingStatements,
      actionStatements,
      needStatements,
      projectStatements,
      menuStatements,
      evaluationStatements,
      recognitionStatements,
      nominationStatements,
      resultStatements,
      judgingStatements,
      orderStatements,
      doingStatements,
      signUpStatements,
      webhookStatements,
      lineStatements,
      fileStatements,
    ])
      for (const statement of part(district)) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
