import { DishKind, Segment } from '../dish/dish.entity.js';
import { changesBetween, MenuChangeCode as C } from './menu-changes.js';
import type { PublishedDish } from './published-dish.js';

const ZONE = 'Asia/Shanghai';
const at = (text: string): string => new Date(`2026-12-${text}+08:00`).toISOString();
const DISH: PublishedDish = {
  id: 'a',
  kind: DishKind.LECTURE,
  title: '健康讲座',
  what: '量血压',
  place: '活动室',
  lead: '医务站',
  hosts: ['中学'],
  leadUnitId: 'clinic',
  hostUnitIds: ['school'],
  dates: [{ startsAt: at('16T09:00'), endsAt: at('16T11:00') }],
  offers: ['投影仪'],
  pendingOffers: [],
  quota: 30,
  quotaPerUnit: null,
  signUpDeadline: null,
  segments: [Segment.ELDERLY],
  contactName: '李老师',
  contactPhone: '021-55550001',
};

describe('what changed between two versions of a menu', () => {
  it.each<[code: C, changes: Partial<PublishedDish>, zh: string]>([
    [C.TITLE, { title: '健康课' }, '《健康课》：名称由健康讲座改为健康课'],
    [C.KIND, { kind: DishKind.COURSE }, '《健康讲座》：类别由讲座改为课程'],
    [
      C.TIME,
      { dates: [{ startsAt: at('17T14:00'), endsAt: at('17T15:00') }] },
      '《健康讲座》：时间由2026年12月16日（星期三）09:00–11:00改为2026年12月17日（星期四）14:00–15:00',
    ],
    [C.PLACE, { place: null }, '《健康讲座》：地点由活动室、投影仪改为投影仪'],
    [C.PLACE, { place: null, offers: [] }, '《健康讲座》：地点由活动室、投影仪改为无'],
    [C.LEAD, { lead: '派出所', leadUnitId: 'police' }, '《健康讲座》：牵头单位由医务站改为派出所'],
    [C.HOSTS, { hosts: [], hostUnitIds: [] }, '《健康讲座》：协办单位由中学改为无'],
    [C.QUOTA, { quota: null }, '《健康讲座》：名额由30人改为不限'],
    [C.QUOTA, { quotaPerUnit: 5 }, '《健康讲座》：名额由30人改为30人（每单位5人）'],
    [
      C.DEADLINE,
      { signUpDeadline: at('14T17:00') },
      '《健康讲座》：报名截止由活动开始前改为2026年12月14日（星期一）17:00',
    ],
    [C.SEGMENTS, { segments: [Segment.FAMILIES] }, '《健康讲座》：面向人群由老年人改为亲子家庭'],
    [C.WHAT, { what: '测血糖' }, '《健康讲座》：内容或联系方式有修改。'],
    [C.WHAT, { contactName: null }, '《健康讲座》：内容或联系方式有修改。'],
    [C.WHAT, { contactPhone: null }, '《健康讲座》：内容或联系方式有修改。'],
  ])('%s: %j', (code, changes, zh) => {
    const told = changesBetween([DISH], [{ ...DISH, ...changes }], ZONE);
    expect(told.map(({ dishId, ...said }) => [dishId, said.code, said.zh])).toEqual([['a', code, zh]]);
  });

  it('says it in English too', () => {
    const is = { ...DISH, kind: DishKind.COURSE, signUpDeadline: at('14T17:00'), segments: [Segment.ALL] };
    expect(changesBetween([DISH], [is], ZONE).map(({ en }) => en)).toEqual([
      '“健康讲座”: kind lecture → course',
      '“健康讲座”: sign-up until the start → 2026-12-14 17:00',
      '“健康讲座”: for elderly → all',
    ]);
  });

  it('is in the order of the menu, what is new in its place, and what is no longer held at the end', () => {
    const [b, c, d] = ['b', 'c', 'd'].map((id) => ({ ...DISH, id, title: id }));
    if (!b || !c || !d) throw new Error('Three dishes.');
    const told = changesBetween([DISH, b, d], [c, { ...b, quota: 9 }, DISH], ZONE);
    expect(told.map(({ code, title }) => [code, title])).toEqual([
      [C.ADDED, 'c'],
      [C.QUOTA, 'b'],
      [C.CANCELLED, 'd'],
    ]);
    expect(told.map(({ zh }) => zh)).toEqual([
      '新增：《c》，2026年12月16日（星期三）09:00–11:00，医务站',
      '《b》：名额由30人改为9人',
      '《d》取消。',
    ]);
  });

  it('says why it is no longer held, without phones', () => {
    const why = new Map([['a', '台风，详询13812345678']]);
    const [told] = changesBetween([DISH], [], ZONE, why);
    expect([told?.zh, told?.en]).toEqual([
      '《健康讲座》取消：台风，详询****5678',
      '“健康讲座” is not held: 台风，详询****5678',
    ]);
  });

  it('is nothing when a unit is renamed', () => {
    expect(changesBetween([DISH], [{ ...DISH, lead: '卫生站', hosts: ['一中'] }], ZONE)).toEqual([]);
  });

  it('is nothing when nothing is said differently', () => {
    expect(changesBetween([DISH], [structuredClone(DISH)], ZONE)).toEqual([]);
  });
});
