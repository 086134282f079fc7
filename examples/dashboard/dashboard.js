import { all, connect, Problem, reachOnly } from './ask.js';
import { NETWORKS } from './documents.js';
import { draw, drawTiles } from './draw.js';
import { readFigures, tilesOf } from './figures.js';
import { PANELS } from './panels.js';
import { watchMeeting } from './watch.js';
import { speak, tag, word } from './words.js';

const REFRESH_MINUTES = 5;

const page = (id) => document.getElementById(id);

/** What is open: whom it asks, for whom, and what it watches. Nothing of it is stored anywhere. */
let board = null;
let unwatch = () => {};
let watched = null;
let turn = 0;

page('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  open(page('api').value, page('token').value);
});
page('network').addEventListener('change', show);
page('refresh').addEventListener('click', show);
page('leave').addEventListener('click', () => location.reload());
page('language').addEventListener('click', () => {
  translate(tag() === 'zh-CN' ? 'en' : 'zh');
  show();
});
setInterval(show, REFRESH_MINUTES * 60_000);
takeFragment();

/** A link may carry all that is needed behind its #, where no server reads it; it does not stay there either. */
function takeFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, '', location.pathname + location.search);
  translate(given.get('lang') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'));
  // A link that names an address alone would have whoever types a token send it there.
  if (!given.has('token')) return;
  if (given.has('api')) page('api').value = given.get('api');
  open(page('api').value, given.get('token'), given.get('network'));
}

function translate(language) {
  speak(language);
  document.title = word('board');
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = word(place.dataset.word);
}

async function open(api, text, networkId = null) {
  const token = text.trim();
  say(null);
  state('reading');
  try {
    if (!token.startsWith('lj_')) throw new Problem(word('noToken'));
    const ask = connect(api, token);
    let me = null;
    const networks = await all(ask, NETWORKS, {}, (data) => {
      me = data.me;
      return data.networks;
    });
    reachOnly(api);
    if (networks.length === 0) throw new Problem(word('noNetworks'));
    if (networkId && !networks.some(({ id }) => id === networkId)) throw new Problem(word('otherNetwork'));
    const watch = (id, wishes) => watchMeeting(api, token, id, wishes);
    board = { ask, watch, networks, me };
    page('token').value = '';
    page('network').replaceChildren(...networks.map(({ id, name }) => new Option(name, id)));
    if (networkId) page('network').value = networkId;
    await show();
    // The form is gone: whoever goes on by keyboard goes on from here.
    if (board) page('network').focus();
  } catch (error) {
    say(sentenceOf(error));
    state('failed');
  }
}

/** Reads and draws all panels; one that fails says so in its place. */
async function show() {
  if (!board) return;
  const { ask, networks, me } = board;
  const mine = ++turn;
  const network = networks.find(({ id }) => id === page('network').value);
  const now = new Date();
  state('drawing');
  let figures = null;
  const given = {
    ask,
    network,
    now,
    watch: watchNext,
    figures: () => (figures ??= readFigures(ask, network, now)),
  };
  const sections = [...document.querySelectorAll('[data-panel]')];
  const names = sections.map((section) => section.dataset.panel);
  const read = (name) => (name === 'figures' ? given.figures().then(tilesOf) : PANELS[name](given));
  const answers = await Promise.allSettled(names.map(read));
  // A later turn was asked for meanwhile: that one draws.
  if (mine !== turn || !board) return;
  const failures = answers.flatMap(({ reason }) => (reason ? [reason] : []));
  if (failures.some(({ code }) => code === 'UNAUTHENTICATED')) return close(failures[0]);
  if (failures.length === answers.length) return keep(failures[0]);
  say(null);
  reveal(true);
  page('title').textContent = network.name;
  page('subtitle').textContent = word('viewOf', me.post.unit?.name ?? '', me.name);
  await Promise.all(sections.map((section, at) => drawAnswer(section, answers[at])));
  const zone = network.timeZone;
  page('read-at').textContent = word('readAt', now.toLocaleString(tag(), { timeZone: zone }), REFRESH_MINUTES, zone);
  state('drawn');
}

function drawAnswer(section, { value, reason }) {
  const told = reason ? { empty: word('unreadable', sentenceOf(reason)) } : value;
  return section.dataset.panel === 'figures' ? drawTiles(section, told) : draw(section, told);
}

/** What was drawn before stays, and says that it is old. */
function keep(failure) {
  const isDrawn = !page('board').hidden;
  say(isDrawn ? word('stale', sentenceOf(failure)) : sentenceOf(failure));
  state('failed');
}

/** The token is no longer good: nothing that it read stays on the screen. */
function close(failure) {
  board = null;
  watchNext(null);
  reveal(false);
  say(sentenceOf(failure));
  state('failed');
  page('token').focus();
}

function watchNext(id) {
  if (id === watched) return;
  unwatch();
  watched = id;
  const failed = (problem) => problem.code === 'UNAUTHENTICATED' && close(problem);
  unwatch = id && board ? board.watch(id, { changed: show, failed }) : () => {};
}

function reveal(isOpen) {
  page('sign-in').hidden = isOpen;
  for (const id of ['tools', 'board', 'read-at']) page(id).hidden = !isOpen;
}

function say(sentence) {
  page('problem').hidden = sentence === null;
  page('problem').textContent = sentence ?? '';
}

function state(name) {
  document.body.dataset.state = name;
}

function sentenceOf(error) {
  return error instanceof Problem ? error.message : String(error);
}
