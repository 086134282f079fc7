import { ChangeFeed } from '#changes';
import { JobHandlers, JobQueue } from '#jobs';
import { timeZoneOf } from '#network';
import { Clock, Tenancy, type ActingUnit, type TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ROUTE_CHANGES, WRITE_MESSAGES } from '../message/message.tasks.js';
import { NewsFinder } from '../news/news-finder.js';
import { afterQuiet, nextAt, type QuietHours } from '../settings/quiet-hours.js';
import { MessageWatch } from './message-watch.entity.js';

const MINUTE_MS = 60_000;
/** From the first change on: what comes meanwhile goes into the same message. */
const MERGED_MS = 2 * MINUTE_MS;
const ROUTED_EVERY_MS = MINUTE_MS;
/** A look that is so late has been given up by the queue. */
const STALE_MS = 60 * MINUTE_MS;
/** When each post is looked at without cause: for terms, and for what begins to wait with time alone. */
const DAILY_LOOK = 9 * 60;

const NOTHING = { position: '0', told: [], reminded: [] };

/** Keeps when each post is looked at next: each morning, and soon after it may have something to hear. */
@Injectable()
export class MessageWatches implements OnModuleInit {
  /** Up to where this process has told the posts of a region; looking further back would find nothing new. */
  private readonly routed = new Map<string, number>();

  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly feed: ChangeFeed,
    private readonly finder: NewsFinder,
  ) {}

  onModuleInit(): void {
    this.handlers.registerSteps(ROUTE_CHANGES, (unit) => this.route(unit));
  }

  /** From now on the acting post is told, unless it is already: what waits for it already is not. */
  async start(tx: TenantTransaction, quiet: QuietHours): Promise<void> {
    const { postId, personId, unitId } = tx.actor;
    if (postId === null || personId === null) throw new Error('Only a post is told of things.');
    if (await tx.find(MessageWatch, postId)) return;
    const { memory } = await this.finder.find(tx, [], { ...NOTHING, position: await this.feed.findLast(tx) });
    const zone = await timeZoneOf(tx);
    const watch = await tx.insert(MessageWatch, {
      id: postId,
      unitId,
      personId,
      ...memory,
      // A term that is near is worth a word all the same.
      reminded: [],
      ...(await audienceOf(tx)),
      lookAt: afterQuiet(this.nextLook(tx.now, zone), quiet, zone),
    });
    await this.addLook(tx, watch);
    await this.queue.add(tx, ROUTE_CHANGES, { unitId, ids: {}, key: 'region' });
  }

  async stop(tx: TenantTransaction, postId: string): Promise<void> {
    const watch = await tx.lock(MessageWatch, postId);
    if (watch) await tx.remove(MessageWatch, watch);
  }

  /** Remembers what was told, and when to look next. */
  async lookAgain(
    tx: TenantTransaction,
    watch: MessageWatch,
    next: Pick<MessageWatch, 'lookAt'> & Partial<MessageWatch>,
  ): Promise<void> {
    const changes = { ...next, ...(await audienceOf(tx)) };
    await this.addLook(tx, await tx.change(MessageWatch, watch, changes));
  }

  nextLook(now: Date, zone: string): Date {
    return nextAt(now, DAILY_LOOK, zone);
  }

  /** Ends what nobody holds any more, and has the posts looked at that may hear of what changed; as long as there are any. */
  private async route(unit: ActingUnit): Promise<void> {
    const { regionId } = unit;
    const { last } = await this.feed.tell(regionId, Number.MAX_SAFE_INTEGER, 0);
    const now = this.clock.now();
    const lookAt = new Date(now.getTime() + MERGED_MS);
    await this.tenancy.writeAsUnit(unit, async (tx) => {
      const [left] = await tx.query<{ any: boolean }>('SELECT app.end_message_watches($1) AS any', [now]);
      // Whoever begins to be told has it done again.
      if (!left?.any) return;
      const woken = await tx.query<{ post_id: string; unit_id: string }>(
        'SELECT post_id, unit_id FROM app.wake_message_watches($1, $2, $3)',
        [this.routed.get(regionId) ?? 0, lookAt, new Date(now.getTime() - STALE_MS)],
      );
      const looks = woken.map(({ post_id: postId, unit_id: unitId }) => lookOf(postId, unitId, lookAt));
      await this.queue.addAll(tx, WRITE_MESSAGES, looks);
      const runAt = new Date(now.getTime() + ROUTED_EVERY_MS);
      await this.queue.add(tx, ROUTE_CHANGES, { unitId: unit.unitId, ids: {}, key: 'region', runAt });
    });
    this.routed.set(regionId, last);
  }

  private async addLook(tx: TenantTransaction, { id, unitId, lookAt }: MessageWatch): Promise<void> {
    await this.queue.add(tx, WRITE_MESSAGES, lookOf(id, unitId, lookAt));
  }
}

function lookOf(postId: string, unitId: string, runAt: Date) {
  return { unitId, ids: { postId }, key: postId, runAt };
}

/** Of whose changes the post may hear, beside those of its unit and its person. */
async function audienceOf(tx: TenantTransaction): Promise<Pick<MessageWatch, 'unitCode' | 'networkIds'>> {
  const { memberNetworkIds, convenedNetworkIds, scopeNetworkIds } = tx.actor;
  const [row] = await tx.query<{ code: string | null }>(`SELECT nullif(app.unit_code(), '') AS code`);
  return {
    unitCode: row?.code ?? null,
    networkIds: [...new Set([...memberNetworkIds, ...convenedNetworkIds, ...scopeNetworkIds])],
  };
}
