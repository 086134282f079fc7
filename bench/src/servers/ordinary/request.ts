import DataLoader from 'dataloader';
import { type DataSource, type EntityManager, In, type ObjectLiteral, type QueryRunner } from 'typeorm';
import type { Claims } from '../token-check.ts';

export interface Row extends ObjectLiteral {
  readonly id: string;
}

/** One request: its transaction, opened when something is first read, and its loaders. */
export class OrdinaryRequest {
  readonly claims: Claims;
  private readonly dataSource: DataSource;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private runner: QueryRunner | null = null;
  private opening: Promise<EntityManager> | null = null;

  constructor(dataSource: DataSource, claims: Claims) {
    this.dataSource = dataSource;
    this.claims = claims;
  }

  manager(): Promise<EntityManager> {
    return (this.opening ??= this.open());
  }

  /** The row of that id, batched with the others asked for in the same tick. */
  async find(entity: string, id: string): Promise<Row | null> {
    const loader = this.loader<Row | null>(entity, async (ids) => {
      const manager = await this.manager();
      const rows = await manager
        .getRepository<Row>(entity)
        .find({ where: { regionId: this.claims.regionId, id: In([...ids]) } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((one) => byId.get(one) ?? null);
    });
    return loader.load(id);
  }

  /** The loader of that name, made when it is first asked for. */
  loader<T>(name: string, load: (keys: readonly string[]) => Promise<T[]>): DataLoader<string, T> {
    const known = this.loaders.get(name) as DataLoader<string, T> | undefined;
    if (known) return known;
    const made = new DataLoader<string, T>(load);
    this.loaders.set(name, made);
    return made;
  }

  async close(): Promise<void> {
    if (this.runner === null) return;
    await this.opening?.catch(() => {});
    await this.runner.commitTransaction();
    await this.runner.release();
  }

  private async open(): Promise<EntityManager> {
    const runner = (this.runner = this.dataSource.createQueryRunner());
    await runner.startTransaction('REPEATABLE READ');
    await runner.query('SET TRANSACTION READ ONLY');
    const { regionId, postId, sessionId } = this.claims;
    const entered: unknown[] = await runner.query('SELECT person_id FROM app.enter($1, $2, $3, $4)', [
      regionId,
      postId,
      sessionId,
      new Date(),
    ]);
    if (entered.length === 0) throw new Error('The post is not held any more.');
    return runner.manager;
  }
}
