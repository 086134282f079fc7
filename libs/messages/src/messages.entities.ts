import { Message } from './message/message.entity.js';
import { MessageSettings } from './settings/message-settings.entity.js';
import { MessageWatch } from './watch/message-watch.entity.js';

export const MESSAGES_ENTITIES = [Message, MessageSettings, MessageWatch];
