const dark = matchMedia('(prefers-color-scheme: dark)');

/** What is painted, by the place in which it stands. */
const painted = new Map();

dark.addEventListener('change', () => {
  for (const { chart, figures } of painted.values()) chart.setOption(optionOf(figures));
});

const resizing = new ResizeObserver((entries) => {
  for (const { target } of entries) painted.get(target)?.chart.resize();
});

/** Puts a panel on the page: its number, its charts, and the same numbers as tables. Resolves when it is drawn. */
export async function draw(section, { title, number, note, empty, charts }) {
  section.querySelectorAll('.chart').forEach(wipe);
  const head = element('div', { className: 'panel-head' }, [element('h2', { textContent: title })]);
  if (empty) {
    section.replaceChildren(head, element('p', { className: 'empty', textContent: empty }));
    return;
  }
  head.append(element('span', { className: 'number', textContent: number }));
  const places = charts.map(({ title: name, categories }) =>
    categories.length > 0
      ? element('div', { className: 'chart' })
      : element('p', { className: 'empty', textContent: `${name}：还没有。` }),
  );
  section.replaceChildren(
    head,
    ...(note ? [element('p', { className: 'note', textContent: note })] : []),
    element('div', { className: 'charts' }, places),
    element('details', {}, [element('summary', { textContent: '看数字' }), ...charts.map(tableOf)]),
  );
  const filled = charts.flatMap((chart, at) => (chart.categories.length > 0 ? [paint(places[at], chart)] : []));
  await Promise.all(filled);
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

function optionOf({ kind, title, categories, series, unit }) {
  const [ink, quiet, line] = ['--ink', '--quiet', '--line'].map(colour);
  const isUpright = kind === 'months' || kind === 'share';
  const names = { type: 'category', data: categories, axisTick: { show: false }, inverse: !isUpright };
  const { fontFamily } = getComputedStyle(document.body);
  const text = { color: quiet, fontFamily, fontSize: 12 };
  const numbers = { type: 'value', minInterval: kind === 'share' ? 0 : 1, splitLine: { lineStyle: { color: line } } };
  const longest = isUpright ? 90 : 170;
  const nameAxis = {
    ...names,
    axisLine: { lineStyle: { color: line } },
    axisLabel: { ...text, width: longest, overflow: 'truncate' },
  };
  const numberAxis = { ...numbers, axisLabel: { ...text, formatter: `{value}${kind === 'share' ? '%' : ''}` } };
  return {
    animation: false,
    aria: { enabled: true },
    color: dark.matches ? ['#6cc0dc', '#47535f'] : ['#1f6f8b', '#c9d6dd'],
    title: title && { text: title, textStyle: { ...text, color: ink, fontWeight: 600 }, left: 0, top: 0 },
    legend: series.length > 1 ? { right: 0, top: 0, textStyle: text, itemHeight: 10, itemWidth: 14 } : undefined,
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
    grid: { left: 4, right: 28, top: 32, bottom: 4, containLabel: true },
    xAxis: isUpright ? nameAxis : numberAxis,
    yAxis: isUpright ? numberAxis : nameAxis,
    series: series.map(({ name, values }) => ({
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 28,
      data: values,
      label: {
        show: true,
        position: series.length > 1 ? 'inside' : isUpright ? 'top' : 'right',
        color: series.length > 1 ? undefined : ink,
        fontFamily,
        // Nothing to read where there is nothing.
        formatter: ({ value }) => (value ? `${value}${unit === '%' ? '%' : ''}` : ''),
      },
    })),
  };
}

function tableOf({ title, categories, series, unit }) {
  const head = ['', ...series.map(({ name }) => `${name}（${unit}）`)];
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
