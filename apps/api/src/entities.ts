import { File } from '#files';
import { NETWORK_ENTITIES } from '#network';
import { RESOURCES_ENTITIES } from '#resources';

/** Every entity of the libraries that the API and the worker put together. */
export const API_ENTITIES = [File, ...NETWORK_ENTITIES, ...RESOURCES_ENTITIES];
