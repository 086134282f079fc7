import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { readCode, type Sought } from './code.js';

/** Somebody of whom nothing is known but the secret: whose hash opens its own row, and its person's. */
export interface Bearer {
  readonly manager: EntityManager;
  readonly regionId: string;
  readonly regionCode: string;
  readonly hash: Buffer;
}

/** The door for codes and refresh tokens: what they open is read behind the wall, and before any post is known. */
@Injectable()
export class Bearers {
  constructor(private readonly dataSource: DataSource) {}

  /** One transaction in the bearer's context; null for what is no code, or of no region of ours. */
  async admit<T>(code: string, work: (bearer: Bearer) => Promise<T | null>): Promise<T | null> {
    const sought = readCode(code);
    return sought && this.admitSought(sought, work);
  }

  /** The same for a secret that is written in another form. */
  async admitSought<T>(
    { regionCode, hash }: Sought,
    work: (bearer: Bearer) => Promise<T | null>,
  ): Promise<T | null> {
    const regionId = await this.findRegion(regionCode);
    if (regionId === null) return null;
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT app.enter_bearer($1, $2)', [regionId, hash]);
      return work({ manager, regionId, regionCode, hash });
    });
  }

  private async findRegion(code: string): Promise<string | null> {
    const rows: { id: string | null }[] = await this.dataSource.query('SELECT app.find_region($1) AS id', [
      code,
    ]);
    return rows[0]?.id ?? null;
  }
}
