export { MESSAGES_ENTITIES } from './messages.entities.js';
export { MESSAGES_READ_TYPES } from './messages.reads.js';
export { MessagesModule } from './messages.module.js';
export { MESSAGES_WORDS } from './messages.words.js';
export { MessageThings, toldWhenRecorded, type MessageThing } from './news/message-things.js';
