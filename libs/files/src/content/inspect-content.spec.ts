import {
  DOCX,
  DOCX_TYPES,
  JPEG,
  makePng,
  makeZip,
  PDF,
  PNG,
  WEBP,
  XLSX,
  XLSX_TYPES,
} from '../../../../test/support/sample-files.js';
import { inspectContent } from './inspect-content.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const MEGABYTE = 1024 * 1024;
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const macros = { name: 'xl/vbaProject.bin', text: 'Sub AutoOpen()' };
const sheet = { name: 'xl/workbook.xml', text: '<workbook/>' };
const truncated = (whole: Buffer): Buffer => whole.subarray(0, whole.length - 3);

/** Two parts that share their bytes: what a table of contents can say of a small archive that unfolds without end. */
function overlapping(): Buffer {
  const archive = makeZip([XLSX_TYPES, sheet, { name: 'xl/again.xml', text: '<workbook/>' }]);
  const last = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const before = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]), last - 1);
  archive.copy(archive, last + 42, before + 42, before + 46);
  return archive;
}

describe('inspectContent', () => {
  it.each([
    ['a JPEG', JPEG, 'image/jpeg'],
    ['a JPEG with a second picture behind it, as phones write', Buffer.concat([JPEG, JPEG]), 'image/jpeg'],
    ['a PNG', PNG, 'image/png'],
    ['a WebP', WEBP, 'image/webp'],
    ['a PDF', PDF, 'application/pdf'],
    ['a DOCX', DOCX, `${OFFICE}wordprocessingml.document`],
    ['an XLSX', XLSX, `${OFFICE}spreadsheetml.sheet`],
  ])('knows %s', (_what, content, mediaType) => {
    expect(inspectContent(content)).toBe(mediaType);
  });

  it.each([
    ['nothing', bytes(''), /empty/],
    ['one byte', bytes('P'), /none of/],
    ['a script that is called a picture', bytes('<svg onload="alert(1)"/>'), /none of/],
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), /none of/],
    ['a GIF', bytes('GIF89a'), /none of/],
    ['a program', bytes('MZ\x90\0'), /none of/],
    ['text', bytes('kind,quantity'), /none of/],
    ['a picture that is cut off', PNG.subarray(0, 40), /PNG is cut off/],
    ['a JPEG without an end', truncated(JPEG), /JPEG is cut off/],
    ['a JPEG without a frame', bytes('\xff\xd8\xff\xda\0\x02\xff\xd9'), /JPEG is cut off/],
    ['a WebP that is cut off', WEBP.subarray(0, 28), /WebP is cut off/],
    ['a PDF that is cut off', PDF.subarray(0, 30), /PDF is cut off/],
    ['a picture of too many pixels', makePng(50_000, 50_000), /50000 × 50000 pixels/],
    ['a picture with a script in its comment', makePng(1, 1, '<ScRiPt>alert(1)</script>'), /holds a script/],
    ['a picture with a page behind it', Buffer.concat([JPEG, bytes('<html>')]), /holds a script/],
    ['a picture that is an archive as well', Buffer.concat([PNG, XLSX]), /archive as well/],
    ['a PDF that is an archive as well', Buffer.concat([PDF, XLSX]), /archive as well/],
    ['an archive that is no document', makeZip([sheet]), /neither DOCX nor XLSX/],
    ['a document of no known kind', makeZip([{ ...XLSX_TYPES, text: '<Types/>' }, sheet]), /neither/],
    ['a list of types without the parts', makeZip([XLSX_TYPES]), /neither/],
    ['two lists of types', makeZip([XLSX_TYPES, DOCX_TYPES, sheet]), /neither/],
    ['a workbook with macros', makeZip([XLSX_TYPES, sheet, macros]), /macros/],
    ['an archive that is cut off', truncated(XLSX), /parts cannot be listed/],
    [
      'an archive with something before its parts',
      Buffer.concat([XLSX.subarray(0, 40), XLSX]),
      /cannot be listed/,
    ],
    ['parts that share bytes', overlapping(), /parts cannot be listed/],
    ['a bomb that says so', makeZip([XLSX_TYPES, { ...sheet, claims: 201 * MEGABYTE }]), /200 MB/],
    [
      'a list of types that is a bomb and does not say so',
      makeZip([{ ...XLSX_TYPES, text: ' '.repeat(2 * MEGABYTE), claims: 10 }, sheet]),
      /cannot be listed/,
    ],
    [
      'too many parts',
      makeZip(Array.from({ length: 4097 }, (_, n) => ({ name: `${n}`, text: '' }))),
      /4096 parts/,
    ],
  ])('refuses %s', (_what, content, why) => {
    expect(() => inspectContent(content)).toThrow(why);
  });

  it('takes no byte for more than it is, wherever a file is cut', () => {
    for (const whole of [JPEG, PNG, WEBP, PDF, DOCX])
      for (let length = 0; length < whole.length; length++) {
        const read = (): string => inspectContent(whole.subarray(0, length));
        // Only a refusal in words: no fault of reading past the end.
        const outcome = ((): unknown => {
          try {
            return read();
          } catch (error) {
            return error instanceof Error ? error.constructor.name : error;
          }
        })();
        expect(['ContentRefused', 'image/webp', 'application/pdf']).toContain(outcome);
      }
  });
});
