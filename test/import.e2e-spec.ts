import { readRoster, rosterWorkbook } from '#network';
import { OFFERS_FORM } from '#resources';
import { HucreWorkbooks, writeForm } from '#sheets';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROSTER_IMPORT } from '../apps/standalone/src/roster-import.js';
import { runImport } from '../apps/standalone/src/run-import.js';
import { readRosterFile } from '../apps/standalone/src/read-roster-file.js';
import { EXAMPLE } from './support/example-file.js';
import { offerRow } from './support/offer-rows.js';
import { Run } from './support/run.js';
import { findFreePort } from './support/processes.js';
import { SECOND_REGION } from './support/second-region.js';
import { makeTempDir } from './support/temp-dir.js';

describe('npm run import', () => {
  let dir: ReturnType<typeof makeTempDir>;
  let platform: Run | undefined;

  beforeAll(() => {
    dir = makeTempDir();
  });
  afterAll(async () => {
    platform?.signal('SIGKILL');
    await platform?.ended();
    dir.remove();
  });

  const write = (name: string, content: string | Buffer): string => {
    const path = join(dir.path, name);
    writeFileSync(path, content);
    return path;
  };
  /** As the program does, in this process: to start one takes longer than what is tried. */
  const run = async (...args: string[]): Promise<{ code: number; output: string; errors: string }> => {
    let [output, errors] = ['', ''];
    const code = await runImport(ROSTER_IMPORT, {
      args,
      env: { DATA_DIR: join(dir.path, 'data') },
      say: (text) => void (output += text),
      warn: (text) => void (errors += text),
    });
    return { code, output, errors };
  };
  /** In a process of its own. */
  const runApart = async (...args: string[]) => {
    const started = new Run('import-roster.js', { DATA_DIR: join(dir.path, 'data') }, args);
    const code = await started.ended();
    return { code, output: started.output, errors: started.errors };
  };

  it('shows what it would do, does it, and then finds nothing left to do', async () => {
    const file = write('roster.json', JSON.stringify(SECOND_REGION));
    const dry = await run(file, '--dry-run');
    expect(dry.output).toContain('+ unit bus-639\n');
    expect(dry.output).toMatch(/\nA dry run: nothing was stored\.\n$/);
    const done = await runApart(file);
    expect(done.code).toBe(0);
    const accounts = join(dir.path, 'data/accounts.txt');
    expect(done.output).toContain(`The passwords of 6 new accounts are in ${accounts}.\n`);
    expect(done.output.split('\n').filter((line) => line.startsWith('+'))).toEqual(
      dry.output.split('\n').filter((line) => line.startsWith('+')),
    );
    expect(statSync(accounts).mode & 0o777).toBe(0o600);
    expect(readFileSync(accounts, 'utf8').match(/^310112 /gm)).toHaveLength(6);
    expect(done.output).not.toMatch(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
    const again = await run(file);
    expect([again.code, again.output]).toEqual([
      0,
      'Nothing to change: the database holds what the file does.\n',
    ]);
  });

  it('names each bad entry, and files that are no rosters', async () => {
    const bad = structuredClone(SECOND_REGION);
    Object.assign(bad.units[1] ?? {}, { kind: 'PALACE' });
    Object.assign(bad.networks[0] ?? {}, { convener: 'nobody' });
    const refused = await runApart(write('bad.json', JSON.stringify({ roster: bad })));
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/^Nothing was imported\. .*\n {2}units\[1\]\.kind: must be one of .*\n/);
    expect(refused.errors).toContain('\n  networks[0].convener: no unit has the code "nobody"\n');
    const latin = write('latin.json', Buffer.from('{"name": "\xe9"}', 'latin1'));
    await expect(readRosterFile(latin, 'en')).rejects.toThrow(
      /^The file .*latin\.json is no JSON in UTF-8: .*\.$/,
    );
    expect((await run(join(dir.path, 'none.json'))).errors).toMatch(/^The file .* cannot be read: ENOENT/);
    expect((await run('--frobnicate')).errors).toMatch(/^Name one roster file, /);
  });

  it('takes the workbook that it gives, filled in, and marks in a copy what is wrong with it', async () => {
    const workbooks = new HucreWorkbooks();
    const empty = join(dir.path, 'empty.xlsx');
    expect((await run('--template', empty)).output).toContain(`drop-downs is in ${empty}`);
    const template = await workbooks.read(readFileSync(empty));
    const region = { ...SECOND_REGION.region, code: '310113' };
    const bus = EXAMPLE.offers.filter(({ code }) => code === 'bus-45').map(offerRow);
    const offers = writeForm(
      OFFERS_FORM,
      bus.map((row) => ({ ...row, networks: ['southeast'] })),
    );
    const filled = [...rosterWorkbook(readRoster({ ...SECOND_REGION, region })), offers];
    expect(template.map(({ name }) => name)).toEqual(filled.map(({ name }) => name));

    const file = write('filled.xlsx', Buffer.from(await workbooks.write(filled)));
    const dry = await run(file, '--dry-run');
    expect(dry.output).toContain('+ unit bus-639\n');
    expect(dry.output).toMatch(/\nA dry run: nothing was stored\.\n$/);
    expect(dry.output).toContain('+ offer "社区活动用车(45座)" of bus-639, published to southeast\n');
    expect((await run(file)).output).toMatch(/\nImported: \d+ changes\.\n/);
    expect((await run(file, '--lang', 'zh')).output).toBe('无需更改：数据库与文件内容一致。\n');

    const bad = filled.map((sheet) =>
      sheet.name === '单位 Units'
        ? { ...sheet, rows: [['UPPER', '单位', null, 'PALACE'], ...sheet.rows] }
        : sheet,
    );
    const refused = await run(write('bad.xlsx', Buffer.from(await workbooks.write(bad))));
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain('\n  单位 Units!D2: must be one of ');
    const copy = join(dir.path, 'bad.problems.xlsx');
    expect(refused.errors).toContain(`Each bad cell is marked in ${copy}.\n`);
    const units = (await workbooks.read(readFileSync(copy))).find(({ name }) => name === '单位 Units');
    expect(units?.rows[1]?.cells.at(-1)).toMatch(
      /^A2: 须为 2 到 63 个.* must have 2 to 63 .*\nD2: 应为 .* must be one of /,
    );
  });

  it('refuses a picture that is called a workbook', async () => {
    const picture = write('picture.xlsx', Buffer.from('89504e470d0a1a0a', 'hex'));
    await expect(readRosterFile(picture, 'en')).rejects.toMatchObject({
      message: `${picture}: The file is no XLSX workbook.`,
    });
  });

  it('refuses while the platform runs on the same data', async () => {
    const env = {
      DATA_DIR: join(dir.path, 'data'),
      PORT: String(await findFreePort()),
      LOAD_EXAMPLE: 'false',
    };
    platform = await new Run('main.js', env).up();
    const { code, errors } = await run(join(dir.path, 'roster.json'));
    expect(code).toBe(1);
    expect(errors).toBe(`Lianjian is running on ${join(dir.path, 'data')}: stop it, then import.\n`);
  });
});
