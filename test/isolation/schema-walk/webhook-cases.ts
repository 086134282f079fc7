import { webhook } from '../../support/webhook-acts.js';
import type { Stage } from './stage.js';
import type { WalkCase } from './walk-case.js';

const SECRETARY = 'southeast-committee';

/** Takes the webhook away with the case: a network has few. */
const own = async ({ world }: Stage) => webhook(world, SECRETARY, 'southeast');

/** Which programs are told of what changes. */
export const WEBHOOK_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.webhooks': {
    actor: SECRETARY,
    document: (select) =>
      `query ($filter: WebhookFilter!) { webhooks(filter: $filter) ${select.of('WebhookConnection', 3)} }`,
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world }) => ({ filter: { networkId: world.network('southeast') } }),
  },
  'Query.webhookDeliveries': {
    actor: SECRETARY,
    document: (select) =>
      `query ($filter: WebhookDeliveryFilter!) { webhookDeliveries(filter: $filter) ${select.of('WebhookDeliveryConnection', 3)} }`,
    ids: { 'filter.webhookId': [] },
    own: async (stage) => ({ filter: { webhookId: (await own(stage)).id } }),
  },
};
