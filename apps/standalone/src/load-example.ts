import type { Config } from '#config';
import { hasRegions, importRoster } from '#network';
import { type Clock, SystemClock } from '#tenancy';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findAccountsFile, keepAccounts } from './accounts-file.js';
import { readExample } from './example/example-file.js';
import { withStage } from './example/example-stage.js';
import { playNeeds } from './example/play-needs.js';
import { playOffers } from './example/play-offers.js';
import { playRequests } from './example/play-requests.js';
import type { ProvidedDatabase } from './provide-database.js';

/**
 * Fills an empty database with the example: the roster in one transaction, then offers, requests and needs act by act.
 * A run that was cut off is taken up where it stopped, as a file in the data folder says that it is unfinished.
 * @returns the file with the accounts to try, or null when there is none
 */
export async function loadExample(
  config: Config,
  database: Pick<ProvidedDatabase, 'ownerUrl' | 'appUrl'>,
  clock: Clock = new SystemClock(),
): Promise<string | null> {
  const { dataDir } = config;
  const unfinished = join(dataDir, 'example-unfinished');
  if (!existsSync(unfinished) && (await hasRegions(database.ownerUrl))) return findAccountsFile(dataDir);
  await mkdir(dataDir, { recursive: true });
  await writeFile(unfinished, '');
  const { roster, offers, requests, needs } = await readExample();
  await importRoster(database.ownerUrl, roster, {
    clock,
    keep: (accounts) => keepAccounts(dataDir, accounts),
  });
  await withStage({ config, database, clock, regionCode: roster.region.code }, async (ask) => {
    const offerIds = await playOffers(ask, offers);
    await playRequests(ask, requests, { offers, offerIds, now: clock.now() });
    await playNeeds(ask, needs);
  });
  await rm(unfinished);
  return findAccountsFile(dataDir);
}
