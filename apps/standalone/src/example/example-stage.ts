import type { Config } from '#config';
import { openDataSource } from '#database';
import { NodeRegistry, TenantContext } from '#graphql';
import { type Holder, listHolders } from '#network';
import { type Clock, type Role, Tenancy } from '#tenancy';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql } from 'graphql';
import { createApi } from '../../../api/src/create-api.js';
import { API_ENTITIES } from '../../../api/src/entities.js';
import type { ProvidedDatabase } from '../provide-database.js';

const ANYWHERE = { requestId: 'example', address: '', token: 'example' };
const SPEAKERS: readonly Role[] = ['SECRETARY', 'LIAISON'];

/** Asks the API in the name of a unit; the answer has the shape that the document asks for. */
export type Ask = <Data>(unit: string, document: string, variables?: object) => Promise<Data>;

export interface StageSettings {
  readonly config: Config;
  readonly database: Pick<ProvidedDatabase, 'ownerUrl' | 'appUrl'>;
  readonly clock: Clock;
  readonly regionCode: string;
}

/** Opens the API for a while, without a port: what the example does passes every rule that a client meets. */
export async function withStage(settings: StageSettings, play: (ask: Ask) => Promise<void>): Promise<void> {
  const { config, database, clock, regionCode } = settings;
  const holders = await listHolders(database.ownerUrl, regionCode);
  const dataSource = await openDataSource({
    url: database.appUrl,
    entities: API_ENTITIES,
    poolSize: 2,
    applicationName: 'lianjian example',
  });
  try {
    const app = await createApi({ config, dataSource, clock, log: () => {} });
    const { schema } = app.get(GraphQLSchemaHost);
    const tenancy = app.get(Tenancy);
    const nodes = app.get(NodeRegistry);
    const findNode: NodeRegistry['find'] = (tx, id) => nodes.find(tx, id);
    await play(async <Data>(unit: string, source: string, variableValues?: object) => {
      const contextValue = new TenantContext({
        ...ANYWHERE,
        verify: async () => claimsOf(holders, unit),
        tenancy,
        findNode,
      });
      const result = await graphql({ schema, source, variableValues: { ...variableValues }, contextValue });
      await contextValue.close();
      if (result.errors?.[0]) throw result.errors[0];
      return result.data as Data;
    });
    await app.close();
  } finally {
    await dataSource.destroy();
  }
}

/** Those of a post that speaks for the unit; there is no session, because nobody has signed in. */
function claimsOf(holders: readonly Holder[], unit: string): Holder['claims'] {
  const holder = holders.find((one) => one.unit === unit && SPEAKERS.includes(one.claims.role));
  if (!holder) throw new Error(`Nobody speaks for ${unit}.`);
  return holder.claims;
}
