import * as documents from './documents.js';
import { percent } from './percent.js';
import { axisMonth, local, localDay } from './months.js';
import { kindWord, stateWord, word } from './words.js';

const MS_PER_DAY = 86_400_000;
const AHEAD = 180 * MS_PER_DAY;

/**
 * A panel reads what it needs and says what to draw: its number and note, charts (each with the same numbers as a table),
 * or, when there is nothing, why. `figures()` is one request for all panels that draw figures.
 */
export const PANELS = {
  async meetings({ ask, figures, network, now, watch }) {
    const { periods, figureOf } = await figures();
    const { schedule } = await ask(documents.NEXT_MEETING, {
      network: network.id,
      from: now.toISOString(),
      to: new Date(now.getTime() + AHEAD).toISOString(),
    });
    const next = schedule.entries.edges[0]?.node;
    watch(next?.thing?.id ?? null);
    const { total, values } = figureOf('MEETINGS_HELD');
    const told = next && [local(next.startsAt, network.timeZone), next.title, next.place].filter(Boolean).join(' · ');
    return {
      number: total,
      unit: word('times'),
      note: next ? `${word('next')}: ${told}` : word('noNext'),
      empty: total === 0 && !next && word('noMeetings'),
      charts: [months(periods, word('held'), values, word('times'))],
    };
  },

  async utilisation({ figures }) {
    const { periods, figureOf } = await figures();
    const { total, values, definition, whose } = figureOf('UTILISATION');
    return {
      number: total === null ? '—' : percent(total),
      unit: '%',
      note: whose ?? word('utilisationNote'),
      definition,
      empty: values.every((value) => value === null) && word('noUtilisation'),
      charts: [months(periods, word('utilisation'), values.map(percent), '%')],
    };
  },

  async menu({ ask, network }) {
    const { menus } = await ask(documents.MENU, { network: network.id });
    const menu = menus.edges[0]?.node;
    const dishes = menu?.dishes.edges.map(({ node }) => node) ?? [];
    const heads = dishes.map(({ places }) => places?.confirmedHeads ?? 0);
    return {
      number: sum(heads),
      unit: `${word('heads')} ${word('taken')}`,
      note: menu && word('dishes', menu.month.slice(0, 7), dishes.length),
      empty: dishes.length === 0 && word('noMenu'),
      charts: [
        {
          kind: 'bars',
          categories: dishes.map(({ title, startsAt }) => `${localDay(startsAt, network.timeZone)} ${title}`),
          series: [
            { name: word('taken'), values: heads },
            { name: word('left'), values: dishes.map(({ places }) => places?.freeHeads ?? 0) },
          ],
          remarks: dishes.map(({ quota }) => (quota === null ? word('noLimit') : '')),
          unit: word('heads'),
        },
      ],
    };
  },

  async ranking({ ask, network }) {
    const { evaluationRounds } = await ask(documents.RANKING, { network: network.id });
    const round = evaluationRounds.edges[0]?.node;
    const standings = round?.currentResult?.standings.edges.map(({ node }) => node) ?? [];
    const ranked = standings.filter(({ rank }) => rank !== null);
    return {
      number: ranked.length,
      unit: word('items'),
      note:
        round &&
        (round.state === 'FINAL'
          ? word('isFinal', round.name)
          : word('isOnNotice', round.name, local(round.currentResult.noticeUntil, network.timeZone))),
      empty: ranked.length === 0 && word('noRanking'),
      charts: [
        {
          kind: 'bars',
          categories: ranked.map(({ rank, nomination, award }) =>
            [`${rank}. ${nomination?.title ?? word('gone')}`, award?.name].filter(Boolean).join(' · '),
          ),
          series: [{ name: word('points'), values: ranked.map(({ points }) => points) }],
          unit: word('marks'),
        },
      ],
    };
  },

  async lists({ ask, network }) {
    const { threeLists } = await ask(documents.THREE_LISTS, { network: network.id });
    if (!threeLists) return { empty: word('noLists') };
    const counted = (title, rows, nameOf) => ({
      kind: 'bars',
      title,
      categories: rows.map(nameOf),
      series: [{ name: title, values: rows.map(({ count }) => count) }],
      unit: word('items'),
    });
    const charts = [
      counted(word('offersList'), threeLists.offersByKind, ({ kind }) => kindWord(kind)),
      counted(word('needsList'), threeLists.needsByState, ({ state }) => stateWord(state)),
      counted(word('projectsList'), threeLists.projectsByState, ({ state }) => stateWord(state)),
    ];
    const number = sum(charts.flatMap(({ series }) => series[0].values));
    return { number, unit: word('items'), note: threeLists.quarter.replace('-', ' '), charts };
  },
};

function months(periods, name, values, unit) {
  return { kind: 'months', categories: periods, labels: periods.map(axisMonth), series: [{ name, values }], unit };
}

function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0);
}
