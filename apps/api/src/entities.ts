import { EVALUATIONS_ENTITIES } from '#evaluations';
import { File } from '#files';
import { MEETINGS_ENTITIES } from '#meetings';
import { MENUS_ENTITIES } from '#menus';
import { MESSAGES_ENTITIES } from '#messages';
import { NEEDS_ENTITIES } from '#needs';
import { NETWORK_ENTITIES } from '#network';
import { RESOURCES_ENTITIES } from '#resources';
import { WEBHOOKS_ENTITIES } from '#webhooks';
import { TENANCY_ENTITIES } from '#tenancy';

/** Every entity of the libraries that the API and the worker put together. */
export const API_ENTITIES = [
  ...TENANCY_ENTITIES,
  File,
  ...NETWORK_ENTITIES,
  ...MESSAGES_ENTITIES,
  ...WEBHOOKS_ENTITIES,
  ...RESOURCES_ENTITIES,
  ...NEEDS_ENTITIES,
  ...MEETINGS_ENTITIES,
  ...MENUS_ENTITIES,
  ...EVALUATIONS_ENTITIES,
];
