import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { Pool } from 'pg';
import { product, SCHEMA_FILE } from '../product.ts';
import { OrdinaryRequest } from './ordinary/request.ts';
import { resolvers } from './ordinary/resolvers.ts';
import { POOL_SIZE, sayReady, settings } from './settings.ts';
import { TokenCheck } from './token-check.ts';

// As most would serve this schema: Apollo on Express as they come, repositories of TypeORM, a DataLoader
// wherever a field fans out. One read-only transaction a request, with the tenant entered.

const { openDataSource } = await product.database();
const dataSource = await openDataSource({
  url: settings.databaseUrl,
  entities: await product.entities(),
  poolSize: POOL_SIZE,
  applicationName: 'ordinary',
});
const keys = new Pool({ connectionString: settings.databaseUrl, max: 1 });
const tokens = await TokenCheck.open(keys);
await keys.end();

const apollo = new ApolloServer<OrdinaryRequest>({
  typeDefs: await readFile(SCHEMA_FILE, 'utf8'),
  resolvers,
  plugins: [
    {
      requestDidStart: async () => ({
        willSendResponse: ({ contextValue }) => contextValue.close(),
      }),
    },
  ],
});
await apollo.start();

const app = express();
app.use(
  '/graphql',
  express.json(),
  expressMiddleware(apollo, {
    context: async ({ req }) =>
      new OrdinaryRequest(dataSource, await tokens.verify(req.headers.authorization)),
  }),
);
createServer(app).listen(settings.port, '127.0.0.1', sayReady);
