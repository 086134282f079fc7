export { ChangeFeed, type ChangeEvent, type ToldChanges } from './change-feed.js';
export { ChangeHub, type Hear, type Watch } from './change-hub.js';
export { CHANGE_DAYS, ChangeSweep } from './change-sweep.js';
export { ChangesModule } from './changes.module.js';
