import { Config } from '#config';
import { Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { MessageSettings } from '../settings/message-settings.entity.js';
import { composeNews, countNews } from './compose.js';
import type { NewsParts } from './news-item.js';

/** Puts news into the words of the post that is told. */
@Injectable()
export class NewsText {
  constructor(private readonly config: Config) {}

  /** Null when there is nothing to tell. */
  async write(
    tx: TenantTransaction,
    { language }: Pick<MessageSettings, 'language'>,
    news: NewsParts,
  ): Promise<string | null> {
    if (countNews(news) === 0) return null;
    const items = [...news.waiting, ...news.due, ...news.changed];
    const ids = [...new Set(items.map(({ networkId }) => networkId))];
    const networks = await tx.manager.findBy(Network, { regionId: tx.regionId, id: In(ids) });
    return composeNews(news, {
      language,
      zone: await timeZoneOf(tx),
      networks: new Map(networks.map(({ id, name }) => [id, name])),
      link: this.config.publicUrl,
    });
  }
}
