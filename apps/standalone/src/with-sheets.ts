import type { Config } from '#config';
import { openDataSource } from '#database';
import type { WorkbookPart } from '#network';
import { offerPart, OfferService } from '#resources';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createApi } from '../../api/src/create-api.js';
import { API_ENTITIES } from '../../api/src/entities.js';

/** Opens the API for a while, without a port, for the sheets that its libraries add: their rows meet every rule of it. */
export async function withSheets<T>(
  config: Config,
  appUrl: string,
  work: (parts: readonly WorkbookPart[]) => Promise<T>,
): Promise<T> {
  const dataSource = await openDataSource({
    url: appUrl,
    entities: API_ENTITIES,
    poolSize: 1,
    applicationName: 'lianjian import',
  });
  try {
    const app = await createApi({ config, dataSource, log: () => {} });
    try {
      return await work([offerPart(app.get(OfferService), app.get(GraphQLSchemaHost).schema)]);
    } finally {
      await app.close();
    }
  } finally {
    await dataSource.destroy();
  }
}
