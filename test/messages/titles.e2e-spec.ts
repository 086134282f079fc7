import { fetchFeed, readWithIcalJs } from '../schedule/read-feed.js';
import { askSchedule } from '../schedule/read-schedule.js';
import { MenuActs } from '../support/menu-acts.js';
import { MessageStage } from '../support/message-stage.js';

const INBOX = `{ inbox { entries(first: 100) { edges { node { kind title } } } } }`;

describe('a menu, which nobody has named', () => {
  it('is called by its month wherever people read of it, in their language', async () => {
    const stage = await MessageStage.open();
    try {
      const { world } = stage;
      const committee = world.as('southeast-committee');
      await stage.tell('southeast-committee');
      await stage.tell('clinic', { language: 'EN' });
      const menus = new MenuActs(world);
      await menus.taken('clinic');

      type Titled = { kind: string; title: string; waiting?: string | null };
      const inbox = (await committee.ask<{ inbox: { entries: { edges: { node: Titled }[] } } }>(INBOX)).inbox;
      const isMenu = ({ kind, waiting }: Titled) => [kind, waiting].includes('MENU_TO_PUBLISH');
      expect(inbox.entries.edges.find(({ node }) => isMenu(node))?.node.title).toBe(
        'Activity menu of 2026-12',
      );
      const due = async () =>
        (await askSchedule(committee, { kinds: ['DEADLINE'], first: 100 })).entries.edges;
      expect((await due()).find(({ node }) => isMenu(node))?.node.title).toBe('Activity menu of 2026-12');
      const summaries = readWithIcalJs(await fetchFeed(world, committee)).map(({ summary }) => summary);
      expect(summaries).toContain('截止：2026年12月活动菜单');

      expect((await stage.heard('southeast-committee')).join()).toMatch(/· 2026年12月活动菜单（/);
      stage.post.drain();
      await menus.published();
      const [told, ...more] = await stage.heard('clinic');
      expect(more).toEqual([]);
      expect(told).toMatch(/· Activity menu of 2026-12 \(/);
    } finally {
      await stage.close();
    }
  });
});
