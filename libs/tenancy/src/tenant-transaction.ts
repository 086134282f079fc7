import DataLoader from 'dataloader';
import {
  In,
  type DeepPartial,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import { askerOf, type ActingPost, type ActingUnit, type Actor, type Asker, type Claims } from './actor.js';
import { AuditLine, AuditManner } from './audit/audit-line.entity.js';
import { AuditTrail, type Author, type Write } from './audit/audit-trail.js';
import { findAuditRule } from './audit/audited.js';
import { announce } from './change/announce.js';
import { askPrepared, clientOf, type PreparedStatement } from './prepared-statement.js';
import {
  enterHeldPost,
  enterOnBehalf,
  enterPost,
  enterUnit,
  lendRightsOf,
  lendRightsOfConvener,
} from './entrance.js';
import { insertRows, updateRows } from './write-rows.js';

/** What every table behind the wall has in common. */
export interface TenantRow extends ObjectLiteral {
  regionId: string;
  id: string;
}

/** A row whose updates say which version they saw. */
export interface VersionedRow extends TenantRow {
  version: number;
}

/** A committee, and the network in which it acts. */
export interface Convener {
  readonly unitId: string;
  readonly networkId: string;
}

interface Lender {
  readonly unitId: string;
  /** The network in which it acts as the committee; null with the rights of a unit. */
  readonly convening: string | null;
}

/**
 * The one doorway to tenant data: a transaction whose row policies know the acting post, or the acting unit.
 * Services take it as their first argument and never reach the database in another way.
 */
export class TenantTransaction {
  private readonly loaders = new Map<EntityTarget<TenantRow>, DataLoader<string, TenantRow | null>>();

  private readonly trail = new AuditTrail();

  /** Whose full rights are entered; null while the actor has only its own, as on behalf of a unit. */
  private lent: Lender | null;

  /** Whose word is being written down; null while the actor speaks for itself. */
  private spokenFor: string | null = null;

  /** In whose name the platform acts; null while somebody does. */
  private ruledFor: string | null = null;

  private constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    readonly now: Date,
    private readonly nextId: () => string,
    private readonly author: Omit<Author, 'knownIn'>,
    /** Sets the actor's own rights again. */
    private readonly comeBack: () => Promise<unknown>,
  ) {
    this.lent = this.ownRights === null ? null : { unitId: this.ownRights, convening: null };
  }

  /** @throws NotSignedIn when the post is not held at `now` or its session has ended */
  static async enter(
    manager: EntityManager,
    claims: Claims,
    now: Date,
    nextId: () => string,
  ): Promise<TenantTransaction> {
    const actor = await enterPost(manager, claims, now);
    const author = { role: claims.role, postId: claims.postId, postUnitId: actor.unitId };
    const comeBack = () => enterPost(manager, claims, now);
    return new TenantTransaction(manager, actor, now, nextId, author, comeBack);
  }

  /** For what a post is told without asking: its rights of this moment, and no session. */
  static async enterAsPost(
    manager: EntityManager,
    post: ActingPost,
    now: Date,
    nextId: () => string,
  ): Promise<TenantTransaction> {
    const actor = await enterHeldPost(manager, post, now);
    const author = { role: actor.role, postId: actor.postId, postUnitId: actor.unitId };
    const comeBack = () => enterHeldPost(manager, post, now);
    return new TenantTransaction(manager, actor, now, nextId, author, comeBack);
  }

  /** For what happens by itself, as jobs do: the actor is SYSTEM, with the unit's rights and no more. */
  static async enterAsUnit(
    manager: EntityManager,
    unit: ActingUnit,
    now: Date,
    nextId: () => string,
  ): Promise<TenantTransaction> {
    const actor = await enterUnit(manager, unit);
    const author = { role: 'SYSTEM', postId: null, postUnitId: null } as const;
    return new TenantTransaction(manager, actor, now, nextId, author, () => lendRightsOf(manager, unit));
  }

  /**
   * For what a unit has said and a committee records: with the unit's rights in the networks of that committee, as far
   * as a row policy opens them to acts on behalf.
   * @throws CannotSpeakFor when the unit takes no part in such a network
   */
  static async enterOnBehalf(
    manager: EntityManager,
    claims: Claims,
    unitId: string,
    now: Date,
    nextId: () => string,
  ): Promise<TenantTransaction> {
    const { postUnitId, ...actor } = await enterOnBehalf(manager, claims, unitId, now);
    const author = { role: claims.role, postId: claims.postId, postUnitId };
    const comeBack = () => enterOnBehalf(manager, claims, unitId, now);
    return new TenantTransaction(manager, actor, now, nextId, author, comeBack);
  }

  get regionId(): string {
    return this.actor.regionId;
  }

  /** Who asks, and when. */
  get asker(): Asker {
    return askerOf(this.actor, this.now);
  }

  newId(): string {
    return this.nextId();
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query(sql, parameters);
  }

  /** The column `answer` of the one row that the statement gives. */
  async readAnswer(statement: PreparedStatement): Promise<unknown> {
    const client = await clientOf(this.manager);
    const [row] = await askPrepared<{ answer: unknown }>(client, statement);
    return row?.answer ?? null;
  }

  /** The row of that id if this actor may see it; many calls in one turn become one statement. */
  async find<Row extends TenantRow>(entity: EntityTarget<Row>, id: string): Promise<Row | null> {
    let loader = this.loaders.get(entity);
    if (!loader) {
      loader = new DataLoader((ids) => this.findAll(entity, ids), { cache: false });
      this.loaders.set(entity, loader);
    }
    return (await loader.load(id)) as Row | null;
  }

  /** The row of that id, held against other writers until the transaction ends; null as for `find`. */
  async lock<Row extends TenantRow>(entity: EntityTarget<Row>, id: string): Promise<Row | null> {
    return this.manager.findOne(entity, {
      where: { regionId: this.regionId, id } as FindOptionsWhere<Row>,
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Every write below leaves an audit line, as the entity's `@Audited` says. */
  async insert<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    values: Omit<Row, 'regionId'>,
  ): Promise<Row> {
    const [row] = await this.insertAll(entity, [values]);
    if (!row) throw new Error('A row that was inserted is not there.');
    return row;
  }

  /** Many by one statement; in their order. */
  async insertAll<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    values: readonly Omit<Row, 'regionId'>[],
  ): Promise<Row[]> {
    const { regionId } = this;
    const rows = values.map((one) =>
      this.manager.create(entity, { ...one, regionId } as unknown as DeepPartial<Row>),
    );
    await insertRows(this.manager, entity, rows);
    for (const row of rows) this.record(entity, null, row);
    return rows;
  }

  /** Writes the changes as the next version of a row that this transaction has locked; gives the row as it is then. */
  async update<Row extends VersionedRow>(
    entity: EntityTarget<Row>,
    row: Row,
    changes: Partial<Omit<Row, keyof VersionedRow>>,
  ): Promise<Row> {
    return this.write(
      entity,
      row,
      { version: row.version } as Partial<Row>,
      {
        ...changes,
        version: row.version + 1,
      } as unknown as Partial<Row>,
    );
  }

  /** The same for a row that has no version: it hangs on one that is locked. */
  async change<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    row: Row,
    changes: Partial<Omit<Row, keyof TenantRow>>,
  ): Promise<Row> {
    return this.write(entity, row, {}, changes as unknown as Partial<Row>);
  }

  /** `update` of many rows by one statement; gives them as they are then, in their order. */
  async updateAll<Row extends VersionedRow>(
    entity: EntityTarget<Row>,
    rows: readonly Row[],
    changesOf: (row: Row) => Partial<Omit<Row, keyof VersionedRow>>,
  ): Promise<Row[]> {
    return this.writeAll(entity, rows, changesOf as (row: Row) => Partial<Row>, 'COUNTED');
  }

  /** `change` of many rows by one statement. */
  async changeAll<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    rows: readonly Row[],
    changesOf: (row: Row) => Partial<Omit<Row, keyof TenantRow>>,
  ): Promise<Row[]> {
    return this.writeAll(entity, rows, changesOf as (row: Row) => Partial<Row>, 'UNCOUNTED');
  }

  /** Of two that remove a row at once the second would say that it did what the first had done: lock it, or what it hangs on. */
  async remove<Row extends TenantRow>(entity: EntityTarget<Row>, row: Row): Promise<void> {
    const { affected } = await this.manager.delete(entity, { regionId: this.regionId, id: row.id });
    if (affected !== 1)
      throw new Error(`A removal of ${row.id} met no row: it was not locked, or may not be removed.`);
    this.record(entity, row, null);
  }

  /** Does `work`; what it has stored is taken back if it fails, and the transaction goes on. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const [lent, forget] = [this.lent, this.trail.mark()];
    await this.query('SAVEPOINT attempt');
    try {
      return await work();
    } catch (error) {
      await this.query('ROLLBACK TO SAVEPOINT attempt');
      // The database's context has gone back with the rest.
      this.lent = lent;
      forget();
      throw error;
    }
  }

  /**
   * Does `work` in the name of a unit, with that unit's rights and no more: for what it has set to happen by itself,
   * such as confirming automatically, and for what follows from its word. The context from before comes back after.
   */
  async asUnit<T>(unitId: string, work: () => Promise<T>): Promise<T> {
    return this.withRights({ unitId, convening: null }, work);
  }

  /** The same with the rights of a committee in its network: for what follows by rule from what another unit did. */
  async asConvener<T>({ unitId, networkId }: Convener, work: () => Promise<T>): Promise<T> {
    const isOwn = unitId === this.ownRights && this.actor.convenedNetworkIds.includes(networkId);
    return this.withRights({ unitId, convening: isOwn ? null : networkId }, work);
  }

  /** Does `work` with the actor's rights; its lines say that this committee wrote down the word of that unit (代办). */
  async asWordOf<T>(unitId: string, work: () => Promise<T>): Promise<T> {
    const before = this.spokenFor;
    this.spokenFor = unitId === this.actor.unitId ? null : unitId;
    try {
      return await work();
    } finally {
      this.spokenFor = before;
    }
  }

  /**
   * Does `work` with the rights of a committee, as an act of the platform: its lines name that unit and neither person
   * nor post, also where things are the actor's own or the actor is of the committee. For what would tell who acted.
   */
  async asPlatform<T>(convener: Convener, work: () => Promise<T>): Promise<T> {
    const before = this.ruledFor;
    this.ruledFor = convener.unitId;
    try {
      return await this.asConvener(convener, work);
    } finally {
      this.ruledFor = before;
    }
  }

  /** Writes the audit lines, and tells who waits to hear of changes. Called once, when the act is done and the actor's own rights are entered again. */
  async leaveTrail(): Promise<void> {
    const { memberNetworkIds, convenedNetworkIds } = this.actor;
    const knownIn = this.author.postId ? [...memberNetworkIds, ...convenedNetworkIds] : null;
    const drafts = this.trail.takeLines({ ...this.author, knownIn });
    if (drafts.length === 0) return;
    const { regionId, now: at } = this;
    const name = await this.findAuthorName();
    const lines = drafts.map((draft) => {
      const personName = draft.postId === null ? null : name;
      return { ...draft, regionId, id: this.newId(), at, personName };
    });
    await Promise.all([insertRows(this.manager, AuditLine, lines), announce(this.manager, regionId, lines)]);
  }

  /** Null where the actor has none of its own: on behalf it sees but a part of what the unit sees. */
  private get ownRights(): string | null {
    return this.actor.role === 'ON_BEHALF' ? null : this.actor.unitId;
  }

  private async withRights<T>(lender: Lender, work: () => Promise<T>): Promise<T> {
    const before = this.lent;
    if (lender.unitId === before?.unitId && lender.convening === before.convening) return work();
    await this.lend(lender);
    const result = await work().catch(async (error: unknown) => {
      // What the database has broken off can only be taken back, and the context goes with it.
      await this.lend(before).catch(() => {});
      throw error;
    });
    await this.lend(before);
    return result;
  }

  private async lend(lender: Lender | null): Promise<void> {
    const { manager, regionId } = this;
    if (lender === null || (lender.unitId === this.ownRights && lender.convening === null))
      await this.comeBack();
    else if (lender.convening === null) await lendRightsOf(manager, { regionId, unitId: lender.unitId });
    else await lendRightsOfConvener(manager, regionId, { ...lender, networkId: lender.convening });
    this.lent = lender;
  }

  private async write<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    row: Row,
    seen: Partial<Row>,
    next: Partial<Row>,
  ): Promise<Row> {
    const key = { regionId: this.regionId, id: row.id, ...seen } as FindOptionsWhere<Row>;
    const { affected } = await this.manager.update(entity, key, next);
    if (affected !== 1)
      throw new Error(`An update of ${row.id} met no row: it was not locked, or may not be changed.`);
    const written = this.manager.create(entity, { ...row, ...next } as unknown as DeepPartial<Row>);
    this.record(entity, row, written);
    return written;
  }

  private async writeAll<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    rows: readonly Row[],
    nextOf: (row: Row) => Partial<Row>,
    counted: 'COUNTED' | 'UNCOUNTED',
  ): Promise<Row[]> {
    const edits = rows.map((before) => ({ before, next: nextOf(before) }));
    const met = await updateRows(this.manager, entity, this.regionId, edits, counted);
    if (met !== rows.length)
      throw new Error(
        `Of ${rows.length} rows an update met ${met}: the rest was not locked, or may not be changed.`,
      );
    return edits.map(({ before, next }) => {
      const version = counted === 'COUNTED' ? { version: Number(before['version']) + 1 } : {};
      const after = { ...before, ...next, ...version } as unknown as DeepPartial<Row>;
      const written = this.manager.create(entity, after);
      this.record(entity, before, written);
      return written;
    });
  }

  private record<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    before: Row | null,
    after: Row | null,
  ): void {
    const rule = findAuditRule<Write['after']>(entity) as Write['rule'] | null | undefined;
    if (!rule) return;
    const { name, columns } = this.manager.connection.getMetadata(entity);
    const row = after ?? before;
    const { isActorsOwn } = rule;
    const isOwn = typeof isActorsOwn === 'function' ? row !== null && isActorsOwn(row) : isActorsOwn;
    const nameGiver = isOwn ? this.actor.unitId : (this.lent?.unitId ?? this.actor.unitId);
    const isNobodys = this.ruledFor !== null;
    const unitId = this.ruledFor ?? this.spokenFor ?? nameGiver;
    const manner = isNobodys ? AuditManner.BY_RULE : this.mannerOf(unitId);
    this.trail.record({ entity: name, columns, rule, unitId, manner, isNobodys, before, after });
  }

  private mannerOf(unitId: string): AuditManner {
    if (this.author.postId !== null && unitId === this.spokenFor) return AuditManner.ON_BEHALF;
    if (this.author.postId === null || unitId !== this.actor.unitId) return AuditManner.BY_RULE;
    return this.actor.role === 'ON_BEHALF' ? AuditManner.ON_BEHALF : AuditManner.OWN;
  }

  private async findAuthorName(): Promise<string | null> {
    if (this.author.postId === null) return null;
    const [post] = await this.query<{ person_name: string }>(
      'SELECT person_name FROM post WHERE region_id = $1 AND id = $2',
      [this.regionId, this.author.postId],
    );
    return post?.person_name ?? null;
  }

  private async findAll<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    ids: readonly string[],
  ): Promise<(TenantRow | null)[]> {
    const rows: TenantRow[] = await this.manager.find<TenantRow>(entity, {
      where: { regionId: this.regionId, id: In([...new Set(ids)]) },
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
