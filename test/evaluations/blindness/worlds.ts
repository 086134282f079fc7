import { asSuperuser } from '../../support/cluster.js';
import { startWorld } from '../../support/world.js';
import { Cast, type Staged } from './cast.js';
import { Fork } from './fork.js';
import { Readings } from './readings.js';
import { clientOf, Look, type Views, type Wish } from './look.js';

/** When worlds are looked at. */
const READ_AT = '2026-11-23T15:00:00+08:00';
const OPEN_FEED = 'mutation { openCalendarFeed { path } }';

/** Where worlds part: scoring has begun and nothing is proposed, or judges are shown what is theirs. */
export type Parting = 'begun' | 'settled';
export type Story = (cast: Cast) => Promise<void>;

/** The same round in as many worlds as one wants to compare. */
export class Worlds {
  private constructor(
    private readonly fork: Fork,
    private readonly staged: Staged,
    private readonly readings: Readings,
    private readonly feeds: ReadonlyMap<string, string>,
  ) {}

  /** @param readers have calendars of their own */
  static async begin(readers: readonly string[]): Promise<Worlds> {
    const world = await startWorld();
    const staged = await Cast.begin(world);
    const feeds = new Map<string, string>();
    for (const account of readers) {
      type Opened = { openCalendarFeed: { path: string } };
      feeds.set(account, (await clientOf(world, account).ask<Opened>(OPEN_FEED)).openCalendarFeed.path);
    }
    const fork = await Fork.of(world);
    await fork.keep('begun');
    const settled = new Cast(await fork.from('begun'), staged);
    await settled.assignAll();
    await settled.settle();
    await fork.keep('settled');
    return new Worlds(fork, staged, new Readings(world, staged), feeds);
  }

  /** A world that goes on in one way, with what is planted there. */
  async goOn(from: Parting, story: Story, sql = ''): Promise<Cast> {
    const cast = new Cast(await this.fork.from(from), this.staged);
    if (sql) await asSuperuser(sql, cast.world.api.database.name);
    await story(cast);
    return cast;
  }

  /** What these accounts get in a world that has gone on in one way. */
  async look(
    from: Parting,
    story: Story,
    accounts: readonly (string | null)[],
    { sql, ...wish }: Wish & { readonly sql?: string } = {},
  ): Promise<Views> {
    const cast = await this.goOn(from, story, sql);
    cast.world.clock.set(READ_AT);
    return this.lookAt(cast, accounts, wish);
  }

  async lookAt(cast: Cast, accounts: readonly (string | null)[], wish?: Wish): Promise<Views> {
    return (await Look.at(cast, this.readings, this.feeds)).as(cast.world, accounts, wish);
  }

  close(): Promise<void> {
    return this.fork.close();
  }
}
