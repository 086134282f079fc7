import { fromGlobalId } from '#graphql';
import type { Role } from '#tenancy';
import { randomUUID } from 'node:crypto';
import { queryAsSuperuser } from './cluster.js';
import { TestClient } from './test-client.js';
import type { World } from './world.js';

interface Given {
  readonly role: Role;
  readonly unit: string;
  /** Days from now; a day ago unless said otherwise. */
  readonly from?: number;
}

const DAY = 86_400_000;

/** Posts beside those of the case, put there past the walls: who gives posts is tried elsewhere. */
export class ExtraPosts {
  private readonly given: string[] = [];

  constructor(private readonly world: World) {}

  /** To the person of that account; what acts through it. */
  async give(account: string, { role, unit, from = -1 }: Given): Promise<TestClient> {
    const { claims } = this.world.actingAs(account);
    if (!claims) throw new Error(`${account} has no post.`);
    const id = randomUUID();
    const since = new Date(this.world.clock.now().getTime() + from * DAY).toISOString();
    await this.run(
      `INSERT INTO post (region_id, id, unit_id, person_id, person_name, search_text, role, network_ids, since, version)
       SELECT p.region_id, '${id}', u.id, p.person_id, p.person_name, p.search_text, '${role}', h.network_ids, '${since}', 1
       FROM post p JOIN unit u ON u.region_id = p.region_id AND u.id = '${fromGlobalId('Unit', this.world.unit(unit))}'
       JOIN LATERAL (SELECT network_ids FROM post o WHERE o.region_id = u.region_id AND o.unit_id = u.id LIMIT 1) h ON true
       WHERE p.id = '${claims.postId}'`,
    );
    this.given.push(id);
    return new TestClient(this.world.api.app, { ...claims, postId: id, role });
  }

  /** All that were given end now. */
  async revoke(): Promise<void> {
    const ids = this.given.splice(0).map((id) => `'${id}'`);
    if (ids.length === 0) return;
    const at = this.world.clock.now().toISOString();
    await this.run(`UPDATE post SET revoked_at = '${at}' WHERE id IN (${ids.join(', ')})`);
  }

  private async run(sql: string): Promise<void> {
    await queryAsSuperuser(sql, this.world.api.database.name);
  }
}
