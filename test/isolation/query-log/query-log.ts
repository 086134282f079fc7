import { Pool, type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** One statement as it left the pool, and what its transaction had entered by then. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The region entered; null outside a transaction and before app.enter. */
  readonly regionId: unknown;
}

/** Listens below TypeORM, so that what goes past its own logger is heard too. */
export class QueryLog {
  readonly statements: Statement[] = [];
  private readonly heard = new WeakSet<PoolClient>();

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
    const query = (...args: unknown[]): unknown => {
      const { text, values } = readQuery(args);
      if (/^(COMMIT|ROLLBACK)$|^(START TRANSACTION|BEGIN)\b/.test(text)) regionId = null;
      this.statements.push({ text, values, regionId });
      if (/\bapp\.enter\w*\(\$1\b/.test(text)) regionId = values[0];
      return Reflect.apply(send, client, args);
    };
    Object.assign(client, { query });
  }
}

function readQuery([first, second]: unknown[]): { text: string; values: unknown[] } {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  if (typeof first !== 'object' || first === null || !('text' in first)) return { text: '', values: [] };
  const values = 'values' in first && Array.isArray(first.values) ? first.values : [];
  return { text: String(first.text), values };
}
