import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeTempDir } from '../support/temp-dir.js';

const ROOT = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

const PAGE = `
import { Client, graphql } from '@lianjian/client';

const COUNT = graphql(\`{ bookings { totalCount } }\`);
const fetch = async () => ({ status: 200, headers: new Map(), text: async () => '{"data":{"bookings":{"totalCount":3}}}' });
const { bookings } = await new Client({ url: 'https://lianjian.test/graphql', fetch }).query(COUNT);
`;

/** What is packed, in a project of its own. */
describe('the package', () => {
  const dir = makeTempDir();
  const project = join(dir.path, 'dashboard');

  beforeAll(async () => {
    // Packed from a copy: what is packed is built, and other tests read the sources meanwhile.
    const copy = join(dir.path, 'client');
    await cp(join(ROOT, 'libs/client'), copy, { recursive: true, filter: isSource });
    await symlink(join(ROOT, 'node_modules'), join(dir.path, 'node_modules'));
    await run('npm', ['run', '--silent', 'build'], { cwd: copy });
    await run('npm', ['pack', '--silent', '--pack-destination', dir.path], { cwd: copy });
    await mkdir(join(project, 'node_modules/@lianjian/client'), { recursive: true });
    const archive = join(dir.path, 'lianjian-client-0.1.0.tgz');
    await run('tar', [
      '-xzf',
      archive,
      '--strip-components=1',
      '-C',
      join(project, 'node_modules/@lianjian/client'),
    ]);
    await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  });

  afterAll(() => dir.remove());

  /** What is wrong with page.ts. */
  const compile = async (): Promise<string> => {
    const args =
      '--noEmit --strict --target es2022 --module nodenext --lib es2023,dom,dom.iterable --types'.split(' ');
    const compiled = await run(join(ROOT, 'node_modules/.bin/tsc'), [...args, '', 'page.ts'], {
      cwd: project,
    }).catch((error: { stdout: string }) => error);
    return compiled.stdout;
  };

  it('runs without anything beside it', async () => {
    await writeFile(join(project, 'page.mjs'), `${PAGE}console.log(bookings.totalCount);`);
    const { stdout } = await run(process.execPath, ['page.mjs'], { cwd: project });
    expect(stdout).toBe('3\n');
    const { dependencies } = JSON.parse(await readFile(join(ROOT, 'libs/client/package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
  });

  it.each([
    ['what is asked for', 'export const count: number = bookings.totalCount;', ''],
    [
      'no more than that',
      'export const count: number = bookings.pageInfo;',
      "Property 'pageInfo' does not exist",
    ],
  ])('has the types of %s', async (_name, line, complaint) => {
    await writeFile(join(project, 'page.ts'), PAGE + line);
    const complaints = await compile();
    expect(complaints.split('\n', 1)[0]).toContain(complaint);
  });

  it('is used in the guide as it is', async () => {
    await writeFile(join(project, 'page.ts'), await readTypeScript('docs/dashboards.md'));
    expect(await compile()).toBe('');
  });
});

/** What the docs show, in one file each. */
async function readTypeScript(file: string): Promise<string> {
  const text = await readFile(join(ROOT, file), 'utf8');
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, block]) => block).join('\n');
}

function isSource(path: string): boolean {
  return !/\/(dist|node_modules)$/.test(path);
}
