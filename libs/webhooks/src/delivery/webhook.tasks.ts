import { Task } from '#jobs';
import { z } from 'zod';

/** Of a webhook: writes what it is to be told, and sends what is due. */
export const RUN_WEBHOOK = new Task('run-webhook', { webhookId: z.uuid(), networkId: z.uuid() });
