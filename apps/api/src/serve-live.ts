import { ChangeHub } from '#changes';
import { InboxPolling } from '#live';
import { LiveSockets, type LiveSettings, type Upgrades } from '#graphql';
import type { Signals } from '#signals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GRAPHQL_PATH } from './api.module.js';

type Served = Omit<LiveSettings, 'path' | 'schema'> & { readonly signals?: Signals | undefined };

/** Subscriptions, over sockets at the address of GraphQL. Call it when the schema is made. */
export function serveLive(
  app: NestFastifyApplication,
  upgrades: Upgrades,
  { signals, ...settings }: Served,
): void {
  const { schema } = app.get(GraphQLSchemaHost);
  const sockets = new LiveSockets({ ...settings, path: GRAPHQL_PATH, schema });
  upgrades.serve(app, sockets);
  signals?.metrics.watchLive(() => ({
    sockets: sockets.socketCount,
    subscriptions: sockets.subscriptionCount,
  }));
  // They come back by themselves; whoever runs the server wants to know.
  for (const background of [app.get(ChangeHub), app.get(InboxPolling)])
    background.tellFaults((error) =>
      settings.log({ requestId: undefined, code: 'UNAVAILABLE', error, sent: [] }),
    );
}
