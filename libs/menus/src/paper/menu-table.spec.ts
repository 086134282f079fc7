import { DishKind, Segment } from '../dish/dish.entity.js';
import type { PublishedDish } from '../version/published-dish.js';
import { menuTable } from './menu-table.js';

const at = (text: string): string => new Date(`2026-12-${text}+08:00`).toISOString();
const DISH: PublishedDish = {
  id: 'a',
  kind: DishKind.COURSE,
  title: '周末家长学校',
  what: '咨询 13812345678',
  place: null,
  lead: '中学',
  hosts: ['医务站'],
  leadUnitId: 'clinic',
  hostUnitIds: [],
  dates: [
    { startsAt: at('06T09:00'), endsAt: at('06T11:00') },
    { startsAt: at('21T09:00'), endsAt: at('23T17:00') },
    { startsAt: at('25T00:00'), endsAt: new Date('2026-12-26T00:00+08:00').toISOString() },
  ],
  offers: ['电脑房'],
  pendingOffers: ['大巴'],
  quota: 45,
  quotaPerUnit: null,
  signUpDeadline: null,
  segments: [Segment.FAMILIES],
  contactName: '李老师',
  contactPhone: '021-55550001',
};

test('a menu on the notice board says when by the clock on the wall, and never whom to ring', () => {
  const menu = {
    network: '东南',
    month: '2026-12-01',
    number: 2,
    publishedAt: new Date('2026-11-30T17:00:00Z'),
  };
  const table = menuTable({ ...menu, dishes: [DISH] }, 'Asia/Shanghai');
  expect([table.title, table.edition]).toEqual(['东南2026年12月活动菜单', '第2版，2026-12-01发布']);
  const times = '6日 09:00–11:00\n21日 09:00–23日 17:00\n25日 全天';
  const [row] = table.rows;
  expect(row?.slice(2)).toEqual([
    '课程',
    times,
    '电脑房、大巴（待确认）',
    '中学、医务站',
    '亲子家庭',
    '45人',
  ]);
  expect(JSON.stringify(table)).not.toMatch(/13812345678|李老师|55550001/);
});
