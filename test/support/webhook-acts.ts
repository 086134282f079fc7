import { NOWHERE } from './test-api.js';
import type { TestRegion } from './test-region.js';

const CREATE = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }`;
const TEST = `mutation ($id: ID!) { sendTestWebhook(id: $id) { id } }`;

/** A webhook of a network that leads nowhere, and a delivery to it. */
export async function webhook(
  region: TestRegion,
  committee: string,
  network: string,
): Promise<{ id: string; deliveryId: string }> {
  const input = {
    networkId: region.network(network),
    name: '大屏',
    url: `${NOWHERE}/`,
    topics: ['MENU'],
  };
  type Made = { createWebhook: { webhook: { id: string } } };
  const { id } = (await region.as(committee).ask<Made>(CREATE, { input })).createWebhook.webhook;
  const { sendTestWebhook } = await region
    .as(committee)
    .ask<{ sendTestWebhook: { id: string } }>(TEST, { id });
  return { id, deliveryId: sendTestWebhook.id };
}
