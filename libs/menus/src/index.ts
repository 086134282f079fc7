export { MENUS_ENTITIES } from './menus.entities.js';
export { MENUS_READ_TYPES } from './menus.reads.js';
export { MENUS_WORDS } from './menus.words.js';
export { MenusModule } from './menus.module.js';
