import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { makeTempDir } from '../../../../../test/support/temp-dir.js';
import { PLAIN, WHOLE } from '../../../test/papers.cases.js';
import type { Paper } from '../paper.js';
import { layPaper } from '../lay-paper.js';
import { linesOf } from '../printable-lines.js';
import { writeDocx } from './write-docx.js';

const run = promisify(execFile);
/** It takes its time to start, and is not installed everywhere. */
const isAsked = process.env.PAPERS_LONG === '1';

(isAsked ? describe : describe.skip)('LibreOffice', () => {
  const folder = makeTempDir();
  afterAll(() => folder.remove());

  /** What it makes of a paper, in its way of naming formats. */
  async function convert(paper: Paper, format: string): Promise<string> {
    const file = `${folder.path}/paper.docx`;
    writeFileSync(file, writeDocx(paper));
    const profile = `-env:UserInstallation=file://${folder.path}/profile`;
    const ways = ['--headless', profile, '--convert-to', format, '--outdir', folder.path];
    await run('soffice', [...ways, file], { timeout: 120_000 });
    const [ending = ''] = format.split(':');
    return readFileSync(`${folder.path}/paper.${ending}`, ending === 'pdf' ? 'latin1' : 'utf8');
  }

  it.each([
    ['a whole paper', WHOLE],
    ['the least of one', PLAIN],
  ])(
    'opens %s, and reads all that stands on it',
    async (_name, paper) => {
      const read = await convert(paper, 'txt:Text (encoded):UTF8');
      const written = layPaper(paper).flatMap((line) =>
        'kind' in line
          ? [...line.columns.map(({ heading }) => heading), ...line.rows.flat().flatMap(linesOf)]
          : [line.label + line.text],
      );
      expect(written.filter((text) => !read.includes(text))).toEqual([]);
    },
    150_000,
  );

  // Beneath the title 19 lines are left on the first page; the first line stands two characters in. Asks for a Chinese
  // font, whichever.
  it.each([
    [19, 1],
    [20, 2],
    [19 + 22, 2],
    [19 + 22 + 1, 3],
  ])(
    'lays %i lines of 28 characters on %i pages',
    async (lines, pages) => {
      const text = '字'.repeat(lines * 28 - 2);
      const pdf = await convert({ ...PLAIN, body: [{ kind: 'PARAGRAPH', text }] }, 'pdf');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(pages);
    },
    150_000,
  );
});
