import DataLoader from 'dataloader';
import {
  In,
  type DeepPartial,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
} from 'typeorm';
import { NotSignedIn, type ActingUnit, type Actor, type Claims, type Role } from './actor.js';

/** What every table behind the wall has in common. */
export interface TenantRow extends ObjectLiteral {
  regionId: string;
  id: string;
}

/** A row whose updates say which version they saw. */
export interface VersionedRow extends TenantRow {
  version: number;
}

const ENTER_UNIT = 'SELECT app.enter_unit($1, $2)';

interface EnteredRow {
  person_id: string;
  unit_id: string;
  role: Role;
  member_network_ids: string[];
  convened_network_ids: string[];
  scope_network_ids: string[];
}

/**
 * The one doorway to tenant data: a transaction whose row policies know the acting post, or the acting unit.
 * Services take it as their first argument and never reach the database in another way.
 */
export class TenantTransaction {
  private readonly loaders = new Map<EntityTarget<TenantRow>, DataLoader<string, TenantRow | null>>();

  /** The unit in whose name the rows are touched at this moment. */
  private actingUnitId: string;

  private constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    readonly now: Date,
    private readonly nextId: () => string,
    /** None when the platform acts by itself. */
    private readonly claims: Claims | null,
  ) {
    this.actingUnitId = actor.unitId;
  }

  /** @throws NotSignedIn when the post is not held at `now` or its session has ended */
  static async enter(
    manager: EntityManager,
    claims: Claims,
    now: Date,
    nextId: () => string,
  ): Promise<TenantTransaction> {
    return new TenantTransaction(manager, await enterPost(manager, claims, now), now, nextId, claims);
  }

  /** For what happens by itself, as jobs do: the actor is SYSTEM, with the unit's rights and no more. */
  static async enterAsUnit(
    manager: EntityManager,
    unit: ActingUnit,
    now: Date,
    nextId: () => string,
  ): Promise<TenantTransaction> {
    return new TenantTransaction(manager, await enterUnit(manager, unit), now, nextId, null);
  }

  get regionId(): string {
    return this.actor.regionId;
  }

  newId(): string {
    return this.nextId();
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.manager.query(sql, parameters);
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

  async insert<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    values: Omit<Row, 'regionId'>,
  ): Promise<Row> {
    const row = this.manager.create(entity, {
      ...values,
      regionId: this.regionId,
    } as unknown as DeepPartial<Row>);
    await this.manager.insert(entity, row);
    return row;
  }

  /** Writes the changes as the next version of a row that this transaction has locked; gives the row as it is then. */
  async update<Row extends VersionedRow>(
    entity: EntityTarget<Row>,
    row: Row,
    changes: Partial<Omit<Row, keyof VersionedRow>>,
  ): Promise<Row> {
    const next = { ...changes, version: row.version + 1 };
    const key = { regionId: this.regionId, id: row.id, version: row.version } as FindOptionsWhere<Row>;
    const { affected } = await this.manager.update(entity, key, next as QueryDeepPartialEntity<Row>);
    if (affected !== 1)
      throw new Error(`An update of ${row.id} met no row: it was not locked, or may not be changed.`);
    return this.manager.create(entity, { ...row, ...next } as unknown as DeepPartial<Row>);
  }

  /** Does `work`; what it has stored is taken back if it fails, and the transaction goes on. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const before = this.actingUnitId;
    await this.query('SAVEPOINT attempt');
    try {
      return await work();
    } catch (error) {
      await this.query('ROLLBACK TO SAVEPOINT attempt');
      // The database's context has gone back with the rest.
      this.actingUnitId = before;
      throw error;
    }
  }

  /**
   * Does `work` in the name of a unit, with that unit's rights and no more: for what it has set to
   * happen by itself, such as confirming automatically. The context from before comes back after.
   */
  async asUnit<T>(unitId: string, work: () => Promise<T>): Promise<T> {
    const before = this.actingUnitId;
    if (unitId === before) return work();
    await this.actAs(unitId);
    const result = await work().catch(async (error: unknown) => {
      // What the database has broken off can only be taken back, and the context goes with it.
      await this.actAs(before).catch(() => {});
      throw error;
    });
    await this.actAs(before);
    return result;
  }

  private async actAs(unitId: string): Promise<void> {
    if (this.claims && unitId === this.actor.unitId) await enterPost(this.manager, this.claims, this.now);
    else await this.query(ENTER_UNIT, [this.regionId, unitId]);
    this.actingUnitId = unitId;
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

async function enterPost(manager: EntityManager, claims: Claims, now: Date): Promise<Actor> {
  const [row]: EnteredRow[] = await manager.query('SELECT * FROM app.enter($1, $2, $3, $4)', [
    claims.regionId,
    claims.postId,
    claims.sessionId,
    now,
  ]);
  if (!row || row.person_id !== claims.personId || row.role !== claims.role) throw new NotSignedIn();
  return {
    ...claims,
    unitId: row.unit_id,
    memberNetworkIds: row.member_network_ids,
    convenedNetworkIds: row.convened_network_ids,
    scopeNetworkIds: row.scope_network_ids,
  };
}

async function enterUnit(manager: EntityManager, { regionId, unitId }: ActingUnit): Promise<Actor> {
  await manager.query(ENTER_UNIT, [regionId, unitId]);
  const [row]: Pick<EnteredRow, 'member_network_ids'>[] = await manager.query(
    'SELECT app.member_network_ids() AS member_network_ids',
  );
  return {
    regionId,
    unitId,
    role: 'SYSTEM',
    postId: null,
    personId: null,
    sessionId: null,
    memberNetworkIds: row?.member_network_ids ?? [],
    convenedNetworkIds: [],
    scopeNetworkIds: [],
  };
}
