import { aside, word } from './words.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const ROW = 34;
const UPRIGHT = 230;

/** What is painted, by the place in which it stands. */
const painted = new Map();

dark.addEventListener('change', () => {
  for (const { chart, figures } of painted.values()) chart.setOption(optionOf(figures));
});

const resizing = new ResizeObserver((entries) => {
  for (const { target } of entries) painted.get(target)?.chart.resize();
});

/** Puts a panel on the page: its number, its charts, and the same numbers as tables. Resolves when it is drawn. */
export async function draw(section, { number, unit, note, definition, empty, charts }) {
  section.querySelectorAll('.chart').forEach(wipe);
  const head = headOf(section.dataset.panel);
  if (empty) {
    section.replaceChildren(head, element('p', { className: 'empty', textContent: empty }));
    return;
  }
  const told = element('p', { className: 'number', textContent: String(number) });
  told.append(element('span', { className: 'unit', textContent: ` ${unit}` }));
  head.append(told);
  const places = charts.map(placeOf);
  section.replaceChildren(
    head,
    ...(note ? [element('p', { className: 'note', textContent: note })] : []),
    element('div', { className: 'charts' }, places),
    element('details', {}, [
      element('summary', { textContent: word('numbers') }),
      ...(definition ? [element('p', { textContent: definition })] : []),
      ...charts.map(tableOf),
    ]),
  );
  await Promise.all(charts.map((chart, at) => chart.categories.length > 0 && paint(places[at], chart)));
}

/** The numbers at the head of the board; each says what it counts. */
export function drawTiles(section, { note, tiles, empty }) {
  const head = headOf('figures');
  if (empty) {
    section.replaceChildren(head, element('p', { className: 'empty', textContent: empty }));
    return;
  }
  head.append(element('p', { className: 'note', textContent: note }));
  const list = tiles.map(({ title, number, unit, isOwn }) =>
    element('div', { className: isOwn ? 'tile own' : 'tile' }, [
      element('dt', { textContent: title }),
      element('dd', { textContent: number }, [element('span', { className: 'unit', textContent: ` ${unit}` })]),
    ]),
  );
  const definitions = tiles.map(({ title, definition }) =>
    element('p', {}, [element('b', { textContent: `${title} ` }), definition]),
  );
  section.replaceChildren(
    head,
    element('dl', { className: 'tiles' }, list),
    element('details', {}, [element('summary', { textContent: word('definitions') }), ...definitions]),
  );
}

/** Its heading, in the other language too. */
function headOf(key) {
  const heading = element('h2', { textContent: word(key) });
  heading.append(element('small', { textContent: ` ${aside(key)}` }));
  return element('div', { className: 'panel-head' }, [heading]);
}

function placeOf({ kind, title, categories, series }) {
  if (categories.length === 0)
    return element('p', { className: 'empty', textContent: word('noList', title) });
  const place = element('div', { className: 'chart' });
  const above = title || series.length > 1 ? ROW : 8;
  place.style.height = `${kind === 'bars' ? categories.length * ROW + above + 8 : UPRIGHT}px`;
  return place;
}

function paint(place, figures) {
  const chart = echarts.init(place, null, { renderer: 'svg' });
  painted.set(place, { chart, figures });
  resizing.observe(place);
  return new Promise((resolve) => {
    chart.on('finished', resolve);
    chart.setOption(optionOf(figures));
  });
}

function wipe(place) {
  resizing.unobserve(place);
  painted.get(place)?.chart.dispose();
  painted.delete(place);
}

function optionOf(figures) {
  const { kind, title, series } = figures;
  const text = { color: colour('--quiet'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 };
  const axes = kind === 'months' ? uprightAxes(figures, text) : lyingAxes(figures, text);
  const hasHead = Boolean(title) || series.length > 1;
  return {
    animation: false,
    aria: { enabled: true },
    color: [colour('--first'), colour('--second')],
    title: title && { text: title, textStyle: { ...text, fontWeight: 600 }, left: 0, top: 0, padding: 0 },
    legend: series.length > 1 ? { right: 0, top: 0, padding: 0, textStyle: text, itemHeight: 10, itemWidth: 14 } : undefined,
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
    grid: { left: 2, right: kind === 'months' ? 8 : 64, top: kind === 'months' ? 28 : hasHead ? ROW : 8, bottom: 2, containLabel: true },
    ...axes,
    series: series.map((_, at) => barsOf(figures, at, text)),
  };
}

function uprightAxes({ labels, categories, unit }, text) {
  const line = { lineStyle: { color: colour('--line') } };
  return {
    xAxis: {
      type: 'category',
      data: labels ?? categories,
      axisTick: { show: false },
      axisLine: line,
      axisLabel: { ...text, lineHeight: 18 },
    },
    yAxis: {
      type: 'value',
      minInterval: unit === '%' ? 0 : 1,
      splitNumber: 3,
      splitLine: line,
      axisLabel: { ...text, formatter: unit === '%' ? '{value}%' : '{value}' },
    },
  };
}

/** Each bar says its number: it needs no axis for it. */
function lyingAxes({ categories }, text) {
  return {
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      data: categories,
      inverse: true,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...text, color: colour('--ink'), width: 190, overflow: 'truncate' },
    },
  };
}

function barsOf({ kind, series, remarks, unit }, at, { fontFamily }) {
  const isStacked = series.length > 1;
  const isLast = at === series.length - 1;
  const beside = kind === 'months' ? 'top' : 'right';
  const said = ({ value, dataIndex }) => {
    if (isLast && remarks?.[dataIndex]) return remarks[dataIndex];
    if (isStacked && !value) return '';
    if (value === null || value === undefined) return '';
    return unit === '%' ? `${value}%` : kind === 'months' || isStacked ? `${value}` : `${value} ${unit}`;
  };
  return {
    name: series[at].name,
    type: 'bar',
    stack: 'all',
    barMaxWidth: kind === 'months' ? 34 : 18,
    itemStyle: { borderRadius: isStacked ? 0 : kind === 'months' ? [3, 3, 0, 0] : [0, 3, 3, 0] },
    data: series[at].values.map((value, index) => ({
      value,
      label: isStacked && !remarks?.[index] ? {} : { position: beside, color: colour('--ink') },
    })),
    label: {
      show: true,
      position: 'inside',
      color: colour(at === 0 ? '--on-first' : '--on-second'),
      fontFamily,
      fontSize: 13,
      formatter: said,
    },
  };
}

function tableOf({ title, categories, series, unit }) {
  const head = ['', ...series.map(({ name }) => `${name} (${unit})`)];
  const rows = categories.map((category, at) => [category, ...series.map(({ values }) => values[at] ?? '—')]);
  const row = (cells, tag) =>
    element(
      'tr',
      {},
      cells.map((text, at) => element(tag, { textContent: String(text), className: at > 0 ? 'count' : '' })),
    );
  return element('table', {}, [
    ...(title ? [element('caption', { textContent: title })] : []),
    element('thead', {}, [row(head, 'th')]),
    element(
      'tbody',
      {},
      rows.map((cells) => row(cells, 'td')),
    ),
  ]);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function element(tag, properties, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
