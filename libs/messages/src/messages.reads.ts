import { MESSAGE_READS } from './message/message.reads.js';

export const MESSAGES_READ_TYPES = [MESSAGE_READS];
