import { NOWHERE } from '../../support/test-api.js';
import { webhook } from '../../support/webhook-acts.js';
import type { Stage } from './stage.js';
import type { WalkCase } from './walk-case.js';

const SECRETARY = 'southeast-committee';

const own = async ({ world }: Stage) => webhook(world, SECRETARY, 'southeast');

/** Which programs are told of what changes. */
export const WEBHOOK_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.webhooks': {
    actor: SECRETARY,
    document: (select) =>
      `query ($filter: WebhookFilter!) { webhooks(filter: $filter) ${select.of('WebhookConnection', 3)} }`,
    ids: { 'filter.networkId': ['Network'] },
    own: async (stage) => {
      await own(stage);
      return { filter: { networkId: stage.world.network('southeast') } };
    },
  },
  'Query.webhookDeliveries': {
    actor: SECRETARY,
    document: (select) =>
      `query ($filter: WebhookDeliveryFilter!) { webhookDeliveries(filter: $filter) ${select.of('WebhookDeliveryConnection', 3)} }`,
    ids: { 'filter.webhookId': ['Webhook'] },
    own: async (stage) => ({ filter: { webhookId: (await own(stage)).id } }),
  },
  'Mutation.rotateWebhookSecret': {
    actor: SECRETARY,
    document: (select) =>
      `mutation ($id: ID!) { rotateWebhookSecret(id: $id) ${select.of('NewWebhook', 2)} }`,
    ids: { id: ['Webhook'] },
    own: async (stage) => ({ id: (await own(stage)).id }),
  },
  'Mutation.removeWebhook': {
    actor: SECRETARY,
    document: (select) => `mutation ($id: ID!) { removeWebhook(id: $id) ${select.of('RemovedWebhook', 1)} }`,
    ids: { id: ['Webhook'] },
    own: async (stage) => ({ id: (await own(stage)).id }),
  },
  'Mutation.sendTestWebhook': {
    actor: SECRETARY,
    document: (select) =>
      `mutation ($id: ID!) { sendTestWebhook(id: $id) ${select.of('WebhookDelivery', 1)} }`,
    ids: { id: ['Webhook'] },
    own: async (stage) => ({ id: (await own(stage)).id }),
  },
  'Mutation.redeliverWebhook': {
    actor: SECRETARY,
    document: (select) =>
      `mutation ($id: ID!) { redeliverWebhook(id: $id) ${select.of('WebhookDelivery', 1)} }`,
    ids: { id: ['WebhookDelivery'] },
    own: async (stage) => ({ id: (await own(stage)).deliveryId }),
  },
  'Mutation.updateWebhook': {
    actor: SECRETARY,
    document: (select) =>
      `mutation ($id: ID!) { updateWebhook(id: $id, input: { isPaused: false }) ${select.of('Webhook', 1)} }`,
    ids: { id: ['Webhook'] },
    own: async (stage) => ({ id: (await own(stage)).id }),
  },
  'Mutation.createWebhook': {
    actor: SECRETARY,
    document: (select) =>
      `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) ${select.of('NewWebhook', 2)} }`,
    ids: { 'input.networkId': ['Network'] },
    own: async ({ world }) => ({
      input: {
        networkId: world.network('southeast'),
        name: '大屏',
        url: `${NOWHERE}/`,
        topics: ['MENU'],
      },
    }),
  },
};
