import { MessageChannel } from '../message/message.entity.js';
import type { MessageSettings } from './message-settings.entity.js';

/** By which ways a post is told; none until it has set one, and mail only once its address is confirmed. */
export function channelsOf(settings: MessageSettings): MessageChannel[] {
  const channels: MessageChannel[] = [];
  if (settings.mailAddress !== null && settings.mailConfirmedAt !== null) channels.push(MessageChannel.MAIL);
  if (settings.robotAddress !== null) channels.push(MessageChannel.ROBOT);
  return channels;
}

export function isTold(settings: MessageSettings): boolean {
  return settings.topics.length > 0 && channelsOf(settings).length > 0;
}
