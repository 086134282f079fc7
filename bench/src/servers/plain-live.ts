import { EventEmitter, on } from 'node:events';
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { Client } from 'pg';
import { WebSocketServer } from 'ws';
import { sayReady, settings } from './settings.ts';

// The least that tells of a change over graphql-ws: whoever asks is told the id alone. It knows no tokens and
// no rights, and reads nothing.

export const CHANNEL = 'bench_live';

const heard = new EventEmitter().setMaxListeners(0);
const listener = new Client({ connectionString: settings.databaseUrl });
listener.on('notification', ({ payload = '' }) => heard.emit(payload));
await listener.connect();
await listener.query(`LISTEN ${CHANNEL}`);

/** At once, so that a subscriber knows that it stands, and then with each change. */
async function* tell({ id }: { id: string }): AsyncGenerator<{ offerChanged: string }> {
  const changes = on(heard, id);
  yield { offerChanged: id };
  for await (const _change of changes) yield { offerChanged: id };
}

const server = createServer();
useServer(
  {
    schema: buildSchema('type Query { day: Int } type Subscription { offerChanged(id: ID!): ID }'),
    roots: { subscription: { offerChanged: tell } },
  },
  new WebSocketServer({ server, path: '/graphql' }),
);
server.listen(settings.port, '127.0.0.1', sayReady);
