import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { columnsOf, workbookOf } from './hostile-files.js';
import { readApart, READING_LIMITS } from './read-apart.js';

const DEAR = /too much to be read/;
/** What a process may have had at most while it read; without a thread of its own the file below takes twice that. */
const MOST_MIB = 280;

describe('a file that is read apart', () => {
  it('may take so long and no longer', async () => {
    const started = readApart(columnsOf(100_000), { heapMiB: 256, seconds: 0.5 });
    await expect(started).rejects.toThrow(DEAR);
  });

  it('leaves the process small, however much it asks for', async () => {
    const read = { file: 'textsOf(800_000)', limits: '{ heapMiB: 64, seconds: 60 }' };
    const script = `
      import { readApart } from ${JSON.stringify(new URL('read-apart.js', import.meta.url).href)};
      import { textsOf } from ${JSON.stringify(new URL('hostile-files.js', import.meta.url).href)};
      const told = await readApart(${read.file}, ${read.limits}).catch(({ message }) => message);
      console.log(JSON.stringify({ told, mib: process.resourceUsage().maxRSS / 1024 }));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    const { told, mib } = JSON.parse(stdout) as { told: unknown; mib: number };
    expect(told).toMatch(DEAR);
    expect(mib).toBeLessThan(MOST_MIB);
  });

  it('gives what it holds, and what is wrong, as they are', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>1</f></c></row>';
    const [sheet] = await readApart(workbookOf(rows), READING_LIMITS);
    expect(sheet?.rows).toEqual([{ number: 1, cells: [1, null] }]);
    expect(sheet?.problems.map(({ message }) => message.zh)).toEqual(['是公式，请填入它的值']);
    await expect(readApart(Buffer.from('PK'), READING_LIMITS)).rejects.toMatchObject({
      name: 'UnreadableWorkbook',
      words: { zh: '文件已损坏，无法解压。' },
    });
  });
});
