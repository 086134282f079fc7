import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWorld, type World } from '../support/world.js';

const ROOT = join(import.meta.dirname, '../../..');

/** Blocks of the guide in one language, each with the JSON that stands right beneath it. */
async function readBlocks(language: string): Promise<{ text: string; variables: string }[]> {
  const guide = await readFile(join(ROOT, 'docs/dashboards.md'), 'utf8');
  const form = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\`(?:\\n\\n\`\`\`json\\n(.*?)\`\`\`)?`, 'gs');
  return [...guide.matchAll(form)].map(([, text = '', variables = '{}']) => ({ text, variables }));
}

describe('docs/dashboards.md', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('has documents that are answered as they are written', async () => {
    const network = world.network('southeast');
    const blocks = await readBlocks('graphql');
    const asked = blocks.filter(({ text }) => !text.startsWith('subscription'));
    expect([blocks.length, asked.length]).toEqual([4, 3]);
    for (const { text, variables } of asked) {
      const given = { network, ...(JSON.parse(variables.replace('…', network)) as object) };
      const { status, errors, data } = await world.actingAs('southeast-committee').tryAsk(text, given);
      expect({ text, status, errors }).toEqual({ text, status: 200, errors: undefined });
      expect(JSON.stringify(data)).not.toContain('"code"');
    }
  });

  it('asks by curl what the token reads', async () => {
    const blocks = await readBlocks('sh');
    const body = /-d '(\{.*?\})'\n/s.exec(blocks.map(({ text }) => text).join('\n'))?.[1] ?? '';
    const { query } = JSON.parse(body) as { query: string };
    expect(await world.actingAs('southeast-committee').ask(query)).toMatchObject({
      networks: { edges: [{ node: { name: '东南社区共建网络' } }] },
    });
  });

  it('names files that there are', async () => {
    const guide = await readFile(join(ROOT, 'docs/dashboards.md'), 'utf8');
    const table = [...guide.matchAll(/^\| (`.*?\.js`.*?) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
    expect(table.length).toBeGreaterThan(6);
    for (const name of table)
      await readFile(join(ROOT, 'examples/dashboard', name.replaceAll('`', '')), 'utf8');
    for (const path of ['echarts/dist/echarts.min.js', 'graphql-ws/dist/client.js'])
      await readFile(join(ROOT, 'node_modules', path), 'utf8');
  });
});
