import { Client } from 'pg';

export type Statement = readonly [sql: string, parameters: readonly unknown[]];

/** The statement that puts a row where it is. */
export function insertOf(table: string, values: object): Statement {
  const names = Object.keys(values);
  const places = names.map((_, at) => `$${at + 1}`);
  return [`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(values)];
}

/** One after the other, past all walls: for what is under test somewhere else. */
export async function runAsSuperuser(url: string, statements: readonly Statement[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const [sql, parameters] of statements) await client.query(sql, [...parameters]);
  } finally {
    await client.end();
  }
}
