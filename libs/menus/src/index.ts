export { MENUS_ENTITIES } from './menus.entities.js';
export { MENUS_READ_TYPES } from './menus.reads.js';
export { MENU_PAPER_WORDS } from './paper/menu-paper.words.js';
export { MenuPapers } from './paper/menu-papers.js';
export { type MenuTable } from './paper/menu-table.js';
export { MENUS_WORDS } from './menus.words.js';
export { MenusModule } from './menus.module.js';
