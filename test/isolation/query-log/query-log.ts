import { Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** One statement as it left the pool, and what its transaction had entered by then. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The region entered; null outside a transaction and before app.enter. */
  readonly regionId: unknown;
}

/** How it left. */
export interface Sent extends Statement {
  /** By which it stays prepared on its connection. */
  readonly name: string | null;
  /** The connections are numbered as they are first used. */
  readonly connection: number;
}

/** Listens below TypeORM, so that what goes past its own logger is heard too. */
export class QueryLog {
  readonly statements: Sent[] = [];
  private readonly heard = new WeakSet<PoolClient>();
  private connections = 0;

  constructor(dataSource: DataSource) {
    const { driver } = dataSource;
    if (!('master' in driver && driver.master instanceof Pool))
      throw new Error('This data source has no pool.');
    driver.master.on('acquire', (client) => this.hear(client));
  }

  private hear(client: PoolClient): void {
    if (this.heard.has(client)) return;
    this.heard.add(client);
    const send: unknown = Reflect.get(client, 'query');
    if (typeof send !== 'function') throw new Error('This client takes no queries.');
    let regionId: unknown = null;
    const connection = ++this.connections;
    const query = (...args: unknown[]): unknown => {
      const { text, values, name } = readQuery(args);
      if (/^(COMMIT|ROLLBACK)$|^(START TRANSACTION|BEGIN)\b/.test(text)) regionId = null;
      this.statements.push({ text, values, regionId, name, connection });
      if (/\bapp\.enter\w*\(\$1\b/.test(text)) regionId = values[0];
      return Reflect.apply(send, client, args);
    };
    Object.assign(client, { query });
  }
}

function readQuery([first, second]: unknown[]): Pick<Sent, 'text' | 'values' | 'name'> {
  if (typeof first === 'string')
    return { text: first, values: Array.isArray(second) ? second : [], name: null };
  if (typeof first !== 'object' || first === null || !('text' in first))
    return { text: '', values: [], name: null };
  const values = 'values' in first && Array.isArray(first.values) ? first.values : [];
  const name = 'name' in first && typeof first.name === 'string' ? first.name : null;
  return { text: String(first.text), values, name };
}
