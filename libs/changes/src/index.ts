export { ChangeFeed, type HeardChange, type ToldChanges } from './change-feed.js';
export { ChangeHub, type Watch } from './change-hub.js';
export { CHANGE_DAYS, ChangeSweep } from './change-sweep.js';
export { ofThing, type WatchedThing } from './watched-thing.js';
export { ChangesModule } from './changes.module.js';
