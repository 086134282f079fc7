export { Need, NeedState } from './need/need.entity.js';
export { NeedObject } from './need/need.object.js';
export { NEED_READS } from './need/need.reads.js';
export { NEEDS_ENTITIES } from './needs.entities.js';
export { NEEDS_READ_TYPES } from './needs.reads.js';
export { NEEDS_WORDS } from './needs.words.js';
export { NeedsModule } from './needs.module.js';
