import { Task } from '#jobs';
import { z } from 'zod';

/** Of a region: has the posts looked at that may hear of what changed. */
export const ROUTE_CHANGES = new Task('route-changes', {});
/** Of a post: looks whether there is something to tell it. */
export const WRITE_MESSAGES = new Task('write-messages', { postId: z.uuid() });
export const SEND_MESSAGE = new Task('send-message', { postId: z.uuid(), messageId: z.uuid() });
/** Of a post: mails a code to the address that it has set. */
export const SEND_MAIL_CODE = new Task('send-mail-code', { postId: z.uuid() });
