import { attachPicture } from '../../support/attached.js';
import { NeedActs } from '../../support/need-acts.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

interface Versioned {
  id: string;
  version: number;
}

const step = ({ id, version }: Versioned): Versioned => ({ id, version });
const SECRETARY = { role: 'SECRETARY' } as const;

/** A need goes every way that a need can go, by its unit, by the committee and by who claims it. */
export async function needInEveryWay(all: Everything, world: World): Promise<void> {
  const [clinic, market] = [world.as('clinic'), world.as('food-market')];
  const committee = world.as('southeast-committee', SECRETARY);
  const reason = '说明';
  const input = {
    networkId: world.network('southeast'),
    categoryId: await new NeedActs(world).category(),
    title: '活动需要一辆车',
    what: '接送老人去体检。',
    contactPhone: '021-5555 0003',
  };
  const proposed = async () => {
    const draft = await all.ask<Versioned>(clinic, 'createNeed', { input });
    return all.ask<Versioned>(clinic, 'proposeNeed', step(draft));
  };
  const opened = async () => {
    const taken = await all.ask<Versioned>(committee, 'takeNeed', step(await proposed()));
    return all.ask<Versioned>(committee, 'openNeed', step(taken));
  };
  const sentBack = await all.ask<Versioned>(committee, 'returnNeed', { ...step(await proposed()), reason });
  await attachPicture(clinic, sentBack.id);
  const changed = await all.ask<Versioned>(clinic, 'updateNeed', {
    ...step(sentBack),
    input: { heads: 30, contactName: '值班' },
  });
  await all.ask(clinic, 'proposeNeed', step(changed));
  const unmet = await all.ask<Versioned>(committee, 'markNeedUnmet', { ...step(await opened()), reason });
  await all.ask(committee, 'reopenNeed', { ...step(unmet), reason });
  await all.ask(clinic, 'withdrawNeed', { ...step(await opened()), reason });

  const { id } = await opened();
  await all.ask(market, 'claimNeed', { needId: id });
  const claimed = step(await all.get<Versioned>(clinic, id));
  const begun = await all.ask<Versioned>(market, 'beginNeed', claimed);
  const answered = await all.ask<Versioned>(market, 'answerNeed', { ...step(begun), answer: '接送完毕' });
  await all.ask(clinic, 'closeNeed', step(answered));
}

/** What needs are asked for by, in lists. */
export async function needFilter(world: World): Promise<object> {
  return {
    networkId: world.network('southeast'),
    unitId: world.unit('clinic'),
    categoryIds: [await new NeedActs(world).category()],
    states: ['OPEN'],
    urgencies: ['NORMAL'],
    sources: ['UNIT'],
    from: '2026-11-01T00:00:00+08:00',
    to: '2026-12-31T00:00:00+08:00',
  };
}
