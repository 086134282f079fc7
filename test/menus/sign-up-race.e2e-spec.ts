import { fromGlobalId } from '#graphql';
import { asSuperuser, queryAsSuperuser } from '../support/cluster.js';
import { settleCrowd } from '../support/crowd.js';
import { MenuActs } from '../support/menu-acts.js';
import { SignUpActs, trySignUp, type SignUpActName, type SignUpOutcome } from '../support/sign-up-acts.js';
import { SIGN_UP_FAULTS } from '../support/sign-up-faults.js';
import { startTestApi, type TestApi } from '../support/test-api.js';
import type { TestRegion } from '../support/test-region.js';

/** 1,000 in the long form. */
const CLIENTS = Number(process.env['SIGN_UP_CLIENTS'] ?? 80);
const PLACES = 30;
const AT_ONCE = 32;
const READ = `query ($id: ID!) { signUp(id: $id) { id version } }`;

/**
 * Looks at the dish as each transaction commits: how many have places, whether the first in line would fit, and
 * whether anybody was let in before one that waits. With the rights of a superuser, so that no wall hides a row.
 */
const WATCHER = `
  CREATE TABLE watched (at bigserial, taken integer NOT NULL, quota integer NOT NULL, overtaken boolean NOT NULL, idle boolean NOT NULL);
  CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    INSERT INTO watched (taken, quota, overtaken, idle)
    SELECT coalesce(sum(heads) FILTER (WHERE state = 'CONFIRMED'), 0), ${PLACES},
      coalesce(max(line_number) FILTER (WHERE state = 'CONFIRMED') > min(line_number) FILTER (WHERE state = 'WAITING'), false),
      coalesce((array_agg(heads ORDER BY line_number) FILTER (WHERE state = 'WAITING'))[1]
        + coalesce(sum(heads) FILTER (WHERE state = 'CONFIRMED'), 0) <= ${PLACES}, false)
    FROM sign_up WHERE dish_id = NEW.dish_id;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER watch AFTER INSERT OR UPDATE ON sign_up DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION watch();`;

/** What a client was last told of its group. */
interface Told {
  readonly unit: string;
  readonly state: string;
  readonly heads: number;
}

/** Real requests over HTTP against real Postgres; a client that is told to come again does so with the same key. */
describe(`${CLIENTS} clients racing for ${PLACES} places`, () => {
  let api: TestApi;
  let region: TestRegion;
  let units: string[];
  let acts: SignUpActs;
  let dishId: string;
  let wishes = 0;
  let again = 0;

  beforeAll(async () => {
    api = await startTestApi();
    [region, units] = await settleCrowd(api, CLIENTS);
    acts = new SignUpActs(region, new MenuActs(region, 'crowd'));
    dishId = (await acts.published({ quota: PLACES }, 'crowd-committee')).id;
    await asSuperuser(WATCHER, api.database.name);
    await inTurns(units, async (unit) => void (await region.as(unit).token()));
  }, 600_000);
  afterAll(() => api.close());

  /** So many at once, and the next as soon as one is answered. */
  async function inTurns<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
    const queue = [...all];
    const take = async (): Promise<void> => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) await act(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  }
  const ask = async (unit: string, name: SignUpActName, variables: object): Promise<SignUpOutcome> => {
    const key = { 'idempotency-key': `wish-${wishes++}` };
    for (;;) {
      const outcome = await trySignUp(region.as(unit), name, variables, key);
      if (outcome.__typename !== 'UNAVAILABLE') return outcome;
      again++;
    }
  };
  const read = async (unit: string, id: string | undefined): Promise<object> => {
    for (;;) {
      const { data } = await region.as(unit).tryAsk<{ signUp: object | null }>(READ, { id });
      if (data?.signUp) return data.signUp;
      again++;
    }
  };
  /** Whoever was let in meanwhile reads the new version. */
  const step = async (unit: string, name: SignUpActName, { id }: SignUpOutcome, more: object = {}) => {
    for (;;) {
      const outcome = await ask(unit, name, { ...(await read(unit, id)), ...more });
      if (outcome.__typename !== 'StaleVersion') return outcome;
    }
  };

  it(
    'never gives more than there are at any commit, lets in as they stand in line, and loses no place',
    async () => {
      const told: Told[] = [];
      const faults: string[] = [];
      await inTurns(units, async (unit) => {
        const at = Number(unit.slice(-4));
        let outcome = await ask(unit, 'signUpForDish', { dishId, heads: 1 + (at % 3) });
        if (at % 4 === 0) outcome = await step(unit, 'cancelSignUp', outcome);
        if (at % 8 === 0) outcome = await ask(unit, 'signUpForDish', { dishId, heads: 2 });
        if (at % 7 === 1 && at % 4 !== 0) outcome = await step(unit, 'updateSignUp', outcome, { heads: 1 });
        const { __typename, state, heads, message } = outcome;
        if (__typename === 'SignUp' && state && heads) told.push({ unit, state, heads });
        else faults.push(`${unit}: ${__typename} ${message}`);
      });
      expect(faults).toEqual([]);
      const seen = await queryAsSuperuser<object>(
        `SELECT count(*) > 0 AS watched, max(taken) AS most, bool_or(taken > quota) AS over, bool_or(overtaken) AS overtaken, bool_or(idle) AS idle FROM watched`,
        api.database.name,
      );
      expect(seen).toEqual([{ watched: true, most: PLACES, over: false, overtaken: false, idle: false }]);
      const stored = await queryAsSuperuser<Told & { at: string }>(
        `SELECT DISTINCT ON (u.code) u.code AS unit, s.state, s.heads FROM sign_up s JOIN unit u ON u.region_id = s.region_id AND u.id = s.unit_id
          WHERE s.dish_id = '${fromGlobalId('Dish', dishId)}' ORDER BY u.code, s.line_number DESC`,
        api.database.name,
      );
      const now = new Map(stored.map((row) => [row.unit, row]));
      const lost = told.filter(({ unit, state, heads }) => {
        const row = now.get(unit);
        const stands = row?.state === state || (state === 'WAITING' && row?.state === 'CONFIRMED');
        return !stands || row?.heads !== heads;
      });
      expect(lost).toEqual([]);
      expect(now.size).toBe(CLIENTS);
      expect(await queryAsSuperuser(SIGN_UP_FAULTS, api.database.name)).toEqual([]);
      expect(api.failures.length).toBe(again);
    },
    CLIENTS * 2_000,
  );
});
