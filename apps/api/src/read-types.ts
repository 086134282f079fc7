import { EVALUATIONS_READ_TYPES } from '#evaluations';
import { FILE_READS } from '#files';
import { MEETINGS_READ_TYPES } from '#meetings';
import { MENUS_READ_TYPES } from '#menus';
import { MESSAGES_READ_TYPES } from '#messages';
import { NEEDS_READ_TYPES } from '#needs';
import { NETWORK_READ_TYPES } from '#network';
import { RESOURCES_READ_TYPES } from '#resources';
import { WEBHOOKS_READ_TYPES } from '#webhooks';

/** How everything behind the API is read. */
export const READ_TYPES = [
  FILE_READS,
  ...NETWORK_READ_TYPES,
  ...MESSAGES_READ_TYPES,
  ...WEBHOOKS_READ_TYPES,
  ...RESOURCES_READ_TYPES,
  ...NEEDS_READ_TYPES,
  ...MEETINGS_READ_TYPES,
  ...MENUS_READ_TYPES,
  ...EVALUATIONS_READ_TYPES,
];
