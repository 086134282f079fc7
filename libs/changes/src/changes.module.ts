import { Module } from '@nestjs/common';
import { ChangeFeed } from './change-feed.js';
import { ChangeHub } from './change-hub.js';

/** Imported by whoever tells changes on: to subscribers, by mail or to other programs. */
@Module({ providers: [ChangeFeed, ChangeHub], exports: [ChangeFeed, ChangeHub] })
export class ChangesModule {}
