import { unzipWithin } from '#sheets';
import { HARMLESS, HOSTILE_PAPER, HOSTILE_PLACES, PLAIN, WHOLE } from '../../../test/papers.cases.js';
import { findAll, readXml, textOf, type XmlElement } from '../../../test/read-xml.js';
import type { Paper } from '../paper.js';
import { writeDocx } from './write-docx.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Opened as a reader does, which checks each part. */
function open(paper: Paper): Map<string, XmlElement> {
  const parts = unzipWithin(writeDocx(paper), { parts: 20, bytes: 1_000_000 });
  return new Map(parts.map(({ name, content }) => [name, readXml(Buffer.from(content).toString())]));
}

function partOf(paper: Paper, name: string): XmlElement {
  const part = open(paper).get(name);
  if (!part) throw new Error(`There is no ${name}.`);
  return part;
}

function attributesOf(root: XmlElement, name: string): Record<string, string>[] {
  return findAll(root, name).map(({ attributes }) => Object.fromEntries(attributes));
}

describe('a paper in DOCX', () => {
  it('has the parts that it says it has, each of a known type', () => {
    const parts = open(WHOLE);
    const types = attributesOf(parts.get('[Content_Types].xml')!, 'Override');
    const named = types.map(({ PartName }) => PartName!.slice(1));
    const others = ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'];
    expect([...parts.keys()].toSorted()).toEqual([...named, ...others].toSorted());
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    const targetsIn = (name: string): string[] =>
      attributesOf(parts.get(name)!, 'Relationship').map(({ Target }) => Target!);
    const linked = [
      ...targetsIn('_rels/.rels'),
      ...targetsIn('word/_rels/document.xml.rels').map((target) => `word/${target}`),
    ];
    expect(linked.toSorted()).toEqual(named.toSorted());
    const ofWord = [...parts].filter(([name]) => /^word\/\w+\.xml$/.test(name));
    expect(ofWord.map(([name, root]) => [name, root.attributes.get('xmlns:w')])).toEqual(
      ofWord.map(([name]) => [name, WORD]),
    );
    expect(ofWord).toHaveLength(6);
  });

  it('is on A4 with the margins of the standard, in twips, 22 lines of 28 characters', () => {
    const document = partOf(WHOLE, 'word/document.xml');
    expect(attributesOf(document, 'w:pgSz')).toEqual([{ 'w:w': '11906', 'w:h': '16838' }]);
    expect(attributesOf(document, 'w:pgMar')).toEqual([
      expect.objectContaining({ 'w:top': '2098', 'w:right': '1474', 'w:bottom': '1984', 'w:left': '1587' }),
    ]);
    expect(attributesOf(document, 'w:docGrid')).toEqual([{ 'w:type': 'lines', 'w:linePitch': '579' }]);
    expect(document.children[0]?.children.at(-1)?.name).toBe('w:sectPr');
  });

  it('has its text in 3号仿宋 and its title in 2号小标宋, by styles', () => {
    const styles = findAll(partOf(WHOLE, 'word/styles.xml'), 'w:style');
    const styleOf = (id: string): XmlElement =>
      styles.find(({ attributes }) => attributes.get('w:styleId') === id)!;
    const lookOf = (id: string): unknown[] => {
      const style = styleOf(id);
      const [font] = attributesOf(style, 'w:rFonts');
      const [align] = attributesOf(style, 'w:jc');
      return [font?.['w:eastAsia'], attributesOf(style, 'w:sz')[0]?.['w:val'], align?.['w:val']];
    };
    expect(lookOf('text')).toEqual(['仿宋_GB2312', '32', 'both']);
    expect(attributesOf(styleOf('text'), 'w:spacing')).toEqual([
      { 'w:line': '579', 'w:lineRule': 'exact' },
      { 'w:val': '-5' },
    ]);
    expect(lookOf('title')).toEqual(['方正小标宋简体', '44', 'center']);
    expect(lookOf('heading1')).toEqual(['黑体', '32', 'both']);
    const used = attributesOf(partOf(WHOLE, 'word/document.xml'), 'w:pStyle').map((style) => style['w:val']!);
    const known = styles.map(({ attributes }) => attributes.get('w:styleId'));
    expect(used.filter((style) => !known.includes(style))).toEqual([]);
  });

  it('keeps who signs, and when, with the last line of the text', () => {
    const kept = (paper: Paper): string[] =>
      findAll(partOf(paper, 'word/document.xml'), 'w:p')
        .filter((line) => findAll(line, 'w:keepNext').length > 0)
        .map(textOf);
    const text = { kind: 'PARAGRAPH', text: '前文\n特此通知。' } as const;
    expect(kept({ ...WHOLE, body: [text] })).toEqual(['特此通知。', '', '城东居民区党总支']);
    expect(kept({ ...WHOLE, body: [text], signature: null })).toEqual([]);
  });

  it('numbers its pages at the outer edge, between dashes, in 4号', () => {
    const parts = open(WHOLE);
    expect(findAll(parts.get('word/settings.xml')!, 'w:evenAndOddHeaders')).toHaveLength(1);
    const footers = attributesOf(parts.get('word/document.xml')!, 'w:footerReference');
    const links = attributesOf(parts.get('word/_rels/document.xml.rels')!, 'Relationship');
    const seen = footers.map((footer) => {
      const target = links.find(({ Id }) => Id === footer['r:id'])?.Target;
      const part = parts.get(`word/${target}`)!;
      expect(attributesOf(part, 'w:sz')[0]).toEqual({ 'w:val': '28' });
      expect(attributesOf(part, 'w:fldSimple')).toEqual([{ 'w:instr': ' PAGE ' }]);
      return [footer['w:type'], attributesOf(part, 'w:jc')[0]?.['w:val'], textOf(part)];
    });
    expect(seen).toEqual([
      ['default', 'right', '— 1 —'],
      ['even', 'left', '— 1 —'],
    ]);
  });

  it('has tables as wide as its lines, whose headings stand on every page', () => {
    const document = partOf(WHOLE, 'word/document.xml');
    const widths = attributesOf(document, 'w:gridCol').map((column) => Number(column['w:w']));
    expect(widths).toEqual([5897, 2948]);
    const rows = findAll(document, 'w:tr');
    expect(rows.map((row) => findAll(row, 'w:tblHeader').length)).toEqual([1, 0, 0]);
    expect(rows.map((row) => findAll(row, 'w:tc').map(textOf))).toEqual([
      ['事项', '单位'],
      ['征求意见', '物业公司'],
      ['', '第二小学居委会'],
    ]);
    for (const cell of findAll(document, 'w:tc')) expect(cell.children.at(-1)?.name).toBe('w:p');
  });

  it('holds what others wrote as text, and nothing else', () => {
    const parts = open(HOSTILE_PAPER);
    expect(textOf(parts.get('word/document.xml')!).split(HARMLESS)).toHaveLength(HOSTILE_PLACES + 1);
    expect(textOf(findAll(parts.get('docProps/core.xml')!, 'dc:title')[0]!)).toBe(HARMLESS);
  });

  it('is the same to the byte whenever it is written, and dated where ZIP begins', () => {
    const bytes = Buffer.from(writeDocx(WHOLE));
    expect(bytes.equals(writeDocx(structuredClone(WHOLE)))).toBe(true);
    expect(bytes.readUInt32LE(10)).toBe(0x00210000);
    expect(Buffer.from(writeDocx(PLAIN)).equals(bytes)).toBe(false);
  });
});
