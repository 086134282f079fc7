import { all, connect, Problem } from './ask.js';
import { NETWORKS } from './documents.js';
import { draw } from './draw.js';
import { PANELS } from './panels.js';

const page = (id) => document.getElementById(id);
let ask = null;
let networks = [];

page('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  open(page('api').value, page('token').value);
});
page('network').addEventListener('change', show);
page('refresh').addEventListener('click', show);
page('leave').addEventListener('click', () => location.reload());
takeFragment();

/** A link may carry address and token behind its #, where no server reads them; they do not stay there either. */
function takeFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
  if (given.has('api')) page('api').value = given.get('api');
  if (given.has('token')) open(page('api').value, given.get('token'));
}

async function open(api, token) {
  await reporting(async () => {
    ask = connect(api, token.trim());
    let me = null;
    networks = await all(ask, NETWORKS, {}, (data) => {
      me = data.me;
      return data.networks;
    });
    if (networks.length === 0) throw new Problem('这个任职没有共建网络。');
    page('token').value = '';
    page('network').replaceChildren(...networks.map(({ id, name }) => new Option(name, id)));
    page('subtitle').textContent = [me.post.unit?.name, me.name].filter(Boolean).join(' · ');
    page('sign-in').hidden = true;
    page('tools').hidden = false;
    page('board').hidden = false;
    // The form is gone: whoever goes on by keyboard goes on from here.
    page('network').focus();
    await show();
  });
}

/** Reads and draws all panels; one that fails says so in its place. */
async function show() {
  const network = networks.find(({ id }) => id === page('network').value);
  document.body.dataset.state = 'drawing';
  page('title').textContent = network.name;
  const now = new Date();
  const sections = [...document.querySelectorAll('[data-panel]')];
  await Promise.all(
    sections.map(async (section) => {
      const panel = PANELS[section.dataset.panel];
      const drawn = panel(ask, { ...network, now }).catch((error) => ({
        title: '读不出来',
        empty: error instanceof Problem ? error.message : String(error),
      }));
      await draw(section, await drawn);
    }),
  );
  page('read-at').textContent = `读取于 ${now.toLocaleString('zh-CN', { timeZone: network.timeZone })}`;
  document.body.dataset.state = 'drawn';
}

async function reporting(act) {
  const problem = page('problem');
  problem.hidden = true;
  document.body.dataset.state = 'reading';
  try {
    await act();
  } catch (error) {
    problem.textContent = error instanceof Problem ? error.message : `看板出错了：${error.message}`;
    problem.hidden = false;
    document.body.dataset.state = 'failed';
  }
}
