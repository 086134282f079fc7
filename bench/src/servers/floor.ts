import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { QUERY_NAMES } from '../queries/read-queries.ts';
import { WHAT_IS_FREE } from '../queries/what-is-free.ts';
import { POOL_SIZE, sayReady, settings } from './settings.ts';
import { TokenCheck } from './token-check.ts';

// What is left when nothing is general: a handler, a token, one prepared statement.

// Pipelined: the four statements of a request go out together.
const pipelined = { connectionString: settings.databaseUrl, max: POOL_SIZE, pipeline: true };
const pool = new Pool(pipelined);
const tokens = await TokenCheck.open(pool);
const statements = new Map(
  await Promise.all(
    [...QUERY_NAMES, WHAT_IS_FREE].map(async (name): Promise<[string, string]> => {
      const file = new URL(`../queries/${name}/floor.sql`, import.meta.url);
      return [name, await readFile(file, 'utf8')];
    }),
  ),
);

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
}

async function answer(request: IncomingMessage): Promise<string> {
  const claims = await tokens.verify(request.headers.authorization);
  const { query, variables } = JSON.parse(await bodyOf(request)) as Asked;
  const text = statements.get(query) ?? '';
  const client = await pool.connect();
  try {
    const [, entered, read] = await Promise.all([
      client.query('BEGIN READ ONLY'),
      client.query({
        name: 'enter',
        text: 'SELECT person_id FROM app.enter($1, $2, $3, $4)',
        values: [claims.regionId, claims.postId, claims.sessionId, new Date()],
      }),
      client.query<{ data: string }>({
        name: query,
        text,
        values: [claims.regionId, ...Object.values(variables)],
      }),
      client.query('COMMIT'),
    ]);
    if (entered.rowCount !== 1) throw new Error('The post is not held any more.');
    return `{"data":${read.rows[0]?.data}}`;
  } finally {
    client.release();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body: string;
  try {
    body = await answer(request);
  } catch (error) {
    response.statusCode = 500;
    body = JSON.stringify({ errors: [{ message: String(error) }] });
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

createServer((request, response) => void respond(request, response)).listen(
  settings.port,
  '127.0.0.1',
  sayReady,
);
