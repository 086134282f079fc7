import { loadConfig } from '#config';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { loadExample } from '../apps/standalone/src/load-example.js';
import { startTestApi, type TestApi } from './support/test-api.js';
import { makeTempDir } from './support/temp-dir.js';

/** As far as the README asks of curl, which a machine with Node alone may lack. */
const CURL = `
curl() {
  node -e '
    const [, url, ...options] = process.argv.slice(1);
    const all = (name) => options.filter((_, at) => options[at - 1] === name);
    const headers = Object.fromEntries(all("-H").map((line) => line.split(/: (.*)/)));
    const body = all("-d")[0];
    fetch(url, { method: "POST", headers, body }).then((answer) => answer.text()).then(console.log);
  ' -- "$@"
}
`;
const END_OF_BLOCK = '---- end of block';

/** What each block of the walk shows, in order. */
const SHOWN = [
  [],
  ["name: '东南社区党总支'"],
  ["title: '社区活动用车(45座)'", "T01:30:00.000Z'", "T07:30:00.000Z'"],
  ["__typename: 'Booking'", "state: 'REQUESTED'"],
  ["purpose: '参观新区展览馆'", "state: 'CONFIRMED'", "phone: '021-5555 0001'"],
  ["name: '滨河社区共建网络'", "code: 'SPAN_TAKEN'", 'freeThatDay: [\n', 'nextFree: [\n'],
  ['booking: null', 'totalCount: 0', "T02:00:00.000Z'"],
  ["state: 'CONFIRMED'", "state: 'CANCELLED'"],
];

function readWalk(file: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
  const walk = /<!-- walk:(.*)<!-- The walk ends/s.exec(text)?.[1] ?? '';
  return [...walk.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
}

describe('the walk of the README', () => {
  let api: TestApi;
  const dir = makeTempDir();

  beforeAll(async () => {
    // The walk asks for days that are ahead of the day on which it is read.
    api = await startTestApi({ now: new Date().toISOString() });
    await loadExample(loadConfig({ DATA_DIR: join(dir.path, 'data') }), api.database, api.clock);
    await api.app.listen(0, '127.0.0.1');
  }, 60_000);
  afterAll(async () => {
    await api.close();
    dir.remove();
  });

  it('is the same in both languages', () => {
    expect(readWalk('README.zh-CN.md')).toEqual(readWalk('README.md'));
  });

  it('shows what it says, block by block', async () => {
    const address = (await api.app.getUrl()).replace('[::1]', 'localhost');
    const blocks = readWalk('README.md').map((block) => block.replace('http://localhost:3000', address));
    const script = [CURL, ...blocks.map((block) => `${block}\necho '${END_OF_BLOCK}'`)].join('\n');
    const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', script], { cwd: dir.path, env });
    const answers = stdout.split(END_OF_BLOCK);
    expect(answers).toHaveLength(SHOWN.length + 1);
    for (const [at, parts] of SHOWN.entries()) for (const part of parts) expect(answers[at]).toContain(part);
    expect(`${stdout}${stderr}`).not.toMatch(/errors:|Error|undefined/);
    expect(api.failures).toEqual([]);
  }, 60_000);
});
