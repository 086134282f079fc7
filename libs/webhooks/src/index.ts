export { WEBHOOKS_ENTITIES } from './webhooks.entities.js';
export { WebhooksModule } from './webhooks.module.js';
export { WEBHOOKS_READ_TYPES } from './webhooks.reads.js';
export { WEBHOOKS_WORDS } from './webhooks.words.js';
