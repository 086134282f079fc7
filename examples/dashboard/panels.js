import { all } from './ask.js';
import * as documents from './documents.js';
import { after, local, monthOf, monthsUntil } from './months.js';

const OFFERS = { VENUE: '场地', VEHICLE: '车辆', POWER_SUPPLY: '供电', EQUIPMENT: '设备', EXPERTISE: '人才' };
const NEEDS = {
  DRAFT: '草稿',
  PROPOSED: '已提出',
  TAKEN: '已收下',
  OPEN: '待认领',
  CLAIMED: '已认领',
  IN_PROGRESS: '进行中',
  ANSWERED: '待确认',
  CLOSED: '已办结',
  UNMET: '未解决',
  RETURNED: '已退回',
  WITHDRAWN: '已撤回',
};
const PROJECTS = {
  PROPOSED: '设想',
  PLANNED: '已立项',
  IN_PROGRESS: '进行中',
  ANSWERED: '待确认',
  CLOSED: '已结项',
  STOPPED: '已停止',
  RETURNED: '已退回',
  WITHDRAWN: '已撤回',
};
const HELD = ['IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED'];

/**
 * A panel reads what it needs and says what to draw: its title, one number, charts (each a title, a chart option and
 * the same numbers as a table), or, when there is nothing, why.
 */
export const PANELS = {
  async meetings(ask, { id, timeZone, now }) {
    const months = [...monthsUntil(now, timeZone, 5), after(monthOf(now, timeZone))];
    const zone = zoneAt(now, timeZone);
    const [from, to] = [`${months[0]}-01T00:00:00${zone}`, `${after(months.at(-1))}-01T00:00:00${zone}`];
    const variables = { network: id, from, to };
    const found = await all(ask, documents.MEETINGS, variables, (data) => data.meetings);
    const joint = found.filter(({ kind, state }) => kind !== 'WORKING' && state !== 'CANCELLED');
    const count = (month, isHeld) =>
      joint.filter(
        ({ startsAt, state }) =>
          monthOf(new Date(startsAt), timeZone) === month && HELD.includes(state) === isHeld,
      ).length;
    const held = months.map((month) => count(month, true));
    const ahead = months.map((month) => count(month, false));
    const next = joint.find(({ state }) => state === 'CALLED');
    return {
      title: '联席会议',
      number: `${sum(held)} 次已开`,
      note: next && `下一次：${local(next.startsAt, timeZone)}　${next.title}`,
      empty: joint.length === 0 && '这半年没有联席会议。',
      charts: [
        {
          kind: 'months',
          categories: months,
          series: [
            { name: '已开', values: held },
            { name: '待开', values: ahead },
          ],
          unit: '次',
        },
      ],
    };
  },

  async utilisation(ask, { id, timeZone, now }) {
    const months = monthsUntil(now, timeZone, 6);
    const variables = { network: id, from: `${months[0]}-01`, to: `${after(months.at(-1))}-01` };
    const rows = await all(ask, documents.LENDING, variables, (data) => data.lendingByMonth);
    const of = (month) => rows.filter((row) => row.month.startsWith(month));
    const shares = months.map((month) => share(of(month)));
    const uses = sum(rows.map((row) => row.uses));
    return {
      title: '资源使用率',
      number: `${uses} 次借用`,
      note: '借出的时间 ÷ 开放的时间，按单位的开放时间加权。',
      empty: rows.length === 0 && '这半年没有借用。',
      charts: [
        { kind: 'share', categories: months, series: [{ name: '使用率', values: shares }], unit: '%' },
      ],
    };
  },

  async menu(ask, { id, timeZone }) {
    const { menus } = await ask(documents.MENU, { network: id });
    const menu = menus.edges[0]?.node;
    const dishes = menu?.dishes.edges.map(({ node }) => node) ?? [];
    const heads = dishes.map(({ places }) => places?.confirmedHeads ?? 0);
    const free = dishes.map(({ quota }, at) => (quota === null ? 0 : Math.max(0, quota - heads[at])));
    return {
      title: menu ? `活动菜单 ${menu.month.slice(0, 7)}` : '活动菜单',
      number: `${sum(heads)} 人已报名`,
      note: menu && `${dishes.length} 项活动`,
      empty: dishes.length === 0 && '还没有发布过菜单。',
      charts: [
        {
          kind: 'bars',
          categories: dishes.map(({ title, startsAt }) => `${local(startsAt, timeZone).split(' ')[0]} ${title}`),
          series: [
            { name: '已报名', values: heads },
            { name: '余额', values: free },
          ],
          unit: '人',
        },
      ],
    };
  },

  async ranking(ask, { id, timeZone }) {
    const { evaluationRounds } = await ask(documents.RANKING, { network: id });
    const round = evaluationRounds.edges[0]?.node;
    const standings = round?.currentResult?.standings.edges.map(({ node }) => node) ?? [];
    const ranked = standings.filter(({ rank }) => rank !== null);
    const until = round?.currentResult?.noticeUntil;
    return {
      title: round?.name ?? '项目评比',
      number: `${ranked.length} 项获评`,
      note: round && (round.state === 'FINAL' ? '结果已定。' : `公示到 ${local(until, timeZone)}。`),
      empty: ranked.length === 0 && '没有公示或已定的评比结果。',
      charts: [
        {
          kind: 'bars',
          categories: ranked.map(({ rank, nomination, award }) =>
            [`${rank}. ${nomination?.title ?? '（已看不到）'}`, award?.name].filter(Boolean).join(' · '),
          ),
          series: [{ name: '积分', values: ranked.map(({ points }) => points) }],
          unit: '分',
        },
      ],
    };
  },

  async lists(ask, { id }) {
    const { threeLists } = await ask(documents.THREE_LISTS, { network: id });
    const counted = (title, rows, words, nameOf) => ({
      kind: 'bars',
      title,
      categories: rows.map((row) => words[nameOf(row)] ?? nameOf(row)),
      series: [{ name: title, values: rows.map(({ count }) => count) }],
      unit: '项',
    });
    const charts = threeLists
      ? [
          counted('资源清单', threeLists.offersByKind, OFFERS, ({ kind }) => kind),
          counted('需求清单', threeLists.needsByState, NEEDS, ({ state }) => state),
          counted('项目清单', threeLists.projectsByState, PROJECTS, ({ state }) => state),
        ]
      : [];
    const number = sum(charts.flatMap(({ series }) => series[0].values));
    return {
      title: threeLists ? `三张清单 ${threeLists.quarter}` : '三张清单',
      number: `${number} 项`,
      empty: number === 0 && '三张清单都是空的。',
      charts,
    };
  },
};

/** Percent, of units weighed by the minutes that what they lend was open. */
function share(rows) {
  const open = sum(rows.map(({ openMinutes }) => openMinutes));
  const used = sum(rows.map(({ utilisation, openMinutes }) => Number(utilisation ?? 0) * openMinutes));
  return open === 0 ? null : Math.round((used / open) * 1000) / 10;
}

function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The offset of the zone, such as +08:00. */
function zoneAt(now, timeZone) {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName').value.slice(3) || 'Z';
}
