import { NeedActs } from '../../support/need-acts.js';
import type { TestClient } from '../../support/test-client.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

interface Versioned {
  id: string;
  version: number;
}

const step = ({ id, version }: Versioned): Versioned => ({ id, version });

/** Units are asked for needs, take them on, come, go and give up; the committee keeps the categories. */
export async function claimInEveryWay(all: Everything, world: World): Promise<void> {
  const needs = new NeedActs(world);
  const committee = world.as('southeast-committee', { role: 'SECRETARY' });
  const [market, police] = [world.as('food-market'), world.as('police-post')];
  const open = async () => (await needs.open('clinic', { places: 2, contactPhone: '021-5555 0003' })).id;
  const ask = async (needId: string) => {
    const unitIds = [world.unit('food-market'), world.unit('police-post')];
    await all.ask(committee, 'askToClaim', { needId, unitIds });
    const inbox = async (client: TestClient, unit: string) => {
      const filter = { needId, networkId: world.network('southeast'), unitId: world.unit(unit) };
      type Page = { edges: { node: Versioned }[] };
      const { edges } = await all.ask<Page>(client, 'claims', {
        filter: { ...filter, states: ['ASKED'], ways: ['ASKED'] },
      });
      if (!edges[0]) throw new Error(`${unit} was not asked.`);
      return edges[0].node;
    };
    return { market: await inbox(market, 'food-market'), police: await inbox(police, 'police-post') };
  };
  const first = await ask(await open());
  await all.ask(market, 'answerClaim', { ...step(first.market), accept: false, reason: '人手不足' });
  await all.ask(committee, 'withdrawClaim', step(first.police));
  const needId = await open();
  const second = await ask(needId);
  const yes = await all.ask<Versioned>(market, 'answerClaim', { ...step(second.market), accept: true });
  const there = await all.ask<Versioned>(market, 'noteArrival', step(yes));
  await all.ask(market, 'noteFinish', step(there));
  const taken = await all.ask<Versioned>(police, 'claimNeed', { needId: await open() });
  await all.ask(police, 'giveUpClaim', { ...step(taken), reason: '车辆检修' });
  await keepCategories(all, committee, world.network('southeast'));
}

async function keepCategories(all: Everything, committee: TestClient, networkId: string): Promise<void> {
  const name = '停车与充电';
  const added = await all.ask<Versioned>(committee, 'addNeedCategory', { networkId, name });
  const renamed = await all.ask<Versioned>(committee, 'renameNeedCategory', { ...step(added), name: '停车' });
  const retired = await all.ask<Versioned>(committee, 'retireNeedCategory', step(renamed));
  await all.ask(committee, 'restoreNeedCategory', step(retired));
}
