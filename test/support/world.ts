import { importRoster } from '#network';
import type { FixedClock } from '#tenancy';
import { hash } from '@node-rs/argon2';
import { EXAMPLE, type RosterFixture } from './example-file.js';
import { loadRegionRows } from './region-rows.js';
import { SECOND_REGION } from './second-region.js';
import { startTestApi, type TestApi, type TestWishes } from './test-api.js';
import { TestClient } from './test-client.js';
import { TestRegion } from './test-region.js';

/** Every account of the world signs in with it. */
export const PASSWORD = 'test-test-test-test';

// The least that argon2id takes, once for all: what is under test is not how long guessing takes.
const PASSWORD_HASH = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });

/** The case's region as the world itself, and beside it another region with the same codes. */
export class World extends TestRegion {
  constructor(
    readonly api: TestApi,
    readonly other: TestRegion,
    ...region: ConstructorParameters<typeof TestRegion>
  ) {
    super(...region);
  }

  get clock(): FixedClock {
    return this.api.clock;
  }

  /** Asks without a token. */
  nobody(): TestClient {
    return new TestClient(this.api.app, null);
  }

  /** Asks with a token that was got elsewhere. */
  withToken(token: string): TestClient {
    return this.nobody().withToken(token);
  }

  close(): Promise<void> {
    return this.api.close();
  }
}

/** The API on a database of its own that holds both regions, at the case's clock unless told otherwise. */
export async function startWorld(wishes?: TestWishes): Promise<World> {
  const api = await startTestApi(wishes);
  const here = await settle(api, EXAMPLE.roster);
  const other = await settle(api, SECOND_REGION);
  return new World(api, new TestRegion(...other), ...here);
}

async function settle(
  api: TestApi,
  roster: RosterFixture,
): Promise<ConstructorParameters<typeof TestRegion>> {
  const { ownerUrl } = api.database;
  const { code } = roster.region;
  await importRoster(ownerUrl, roster, {
    clock: api.clock,
    makePassword: () => PASSWORD,
    hashPassword: () => PASSWORD_HASH,
  });
  return [api.app, code, await loadRegionRows(ownerUrl, code)];
}
