export { NEEDS_ENTITIES } from './needs.entities.js';
export { NEEDS_READ_TYPES } from './needs.reads.js';
export { NEEDS_WORDS } from './needs.words.js';
export { NeedsModule } from './needs.module.js';
