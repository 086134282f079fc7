import { createServer } from 'node:http';
import { Pool } from 'pg';
import { postgraphile } from 'postgraphile';
import * as adaptor from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { addPgTableCondition } from 'postgraphile/utils';
import { directJoins } from './postgraphile-tags.ts';
import { POOL_SIZE, sayReady, settings } from './settings.ts';
import { TokenCheck, type Claims } from './token-check.ts';

const pool = new Pool({ connectionString: settings.databaseUrl, max: POOL_SIZE });
const tokens = await TokenCheck.open(pool);

/** The product's `from`: what has not ended yet. */
const endsAfter = addPgTableCondition(
  { schemaName: 'public', tableName: 'booking' },
  'endsAfter',
  (build) => ({ type: build.getInputTypeByName('Datetime') }),
  (value, { sql, sqlTableAlias }) => sql`${sqlTableAlias}.ends_at > ${sql.value(String(value))}::timestamptz`,
);

/** Where PostGraphile would set its settings, the tenant is entered: the same walls, the same number of statements. */
function createWithPgClient() {
  const plain = adaptor.makePgAdaptorWithPgClient(pool);
  const entering: typeof plain = (claims, callback) => {
    if (!claims) return plain(null, callback);
    return plain(null, (client) =>
      client.withTransaction(async (tx) => {
        const { rows } = await tx.query({
          text: 'SELECT person_id FROM app.enter($1, $2, $3, $4)',
          name: 'enter',
          values: [claims['regionId'], claims['postId'], claims['sessionId'], new Date()],
        });
        if (rows.length === 0) throw new Error('The post is not held any more.');
        return callback(tx);
      }),
    );
  };
  entering.release = () => {};
  return entering;
}

const service = {
  ...adaptor.makePgService({ pool, schemas: ['public'], pubsub: false }),
  adaptor: { createWithPgClient, makePgService: adaptor.makePgService },
};

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [endsAfter, directJoins],
  pgServices: [service],
  grafast: {
    context: async ({ node }): Promise<{ pgSettings: Claims & Record<string, string> }> => {
      const claims = await tokens.verify(node?.req.headers.authorization);
      return { pgSettings: { ...claims } };
    },
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(settings.port, '127.0.0.1', sayReady);
