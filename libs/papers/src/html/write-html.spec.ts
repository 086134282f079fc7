import { HARMLESS, HOSTILE_PAPER, HOSTILE_PLACES, PLAIN, WHOLE } from '../../test/papers.cases.js';
import { findAll, readXml, textOf, type XmlElement } from '../../test/read-xml.js';
import { markup } from '../markup.js';
import type { Paper } from '../paper.js';
import { writeHtml } from './write-html.js';

/** The body is well-formed XML but for `<col>` and `<br>`. */
function bodyOf(paper: Paper): XmlElement {
  const html = writeHtml(paper);
  const body = html.slice(html.indexOf('<body>'), html.indexOf('</html>'));
  return readXml(body.replaceAll(/<(col|br)\b([^>]*)>/g, '<$1$2/>').trim());
}

describe('a paper in HTML', () => {
  it('says in its elements what is what', () => {
    const main = findAll(bodyOf(WHOLE), 'main')[0]!;
    const tags = main.children.map(({ name, attributes }) =>
      [name, attributes.get('class')].filter(Boolean).join('.'),
    );
    expect(tags.filter((tag) => tag !== 'p.blank')).toEqual([
      'p.mark',
      'p.number',
      'h1',
      'p.recipients',
      'p.labelled',
      'h2',
      'p.text',
      'p.text',
      'h3',
      'p.text',
      'p.text',
      'h3',
      'h2',
      'h3',
      'table',
      'p.signature',
      'p.signature',
      'p.copies',
    ]);
    expect(textOf(main)).toContain('抄送：街道党建办。');
    expect(findAll(main, 'th').map(textOf)).toEqual(['事项', '单位']);
    expect(findAll(main, 'td').map(textOf)).toEqual(['征求意见', '物业公司', '', '第二小学居委会']);
    expect(findAll(main, 'col').map(({ attributes }) => attributes.get('style'))).toEqual([
      'width:66.67%',
      'width:33.33%',
    ]);
  });

  it('prints on A4 with the margins of the standard, in its fonts', () => {
    const html = writeHtml(PLAIN);
    expect(html).toContain('@page{size:A4;margin:37mm 26mm 35mm 28mm}');
    expect(html).toContain('p.text{font:16pt/28.95pt "仿宋_GB2312",');
    expect(html).toContain('h1{font:22pt/35pt "方正小标宋简体",');
    expect(html).toContain('content:"— " counter(page) " —"');
  });

  it('runs and loads nothing, whatever stands in it', () => {
    const html = writeHtml(HOSTILE_PAPER);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<!--|\son\w+=|https?:|url\(/);
    const title = /<title>(.*)<\/title>/.exec(html)?.[1] ?? '';
    expect(textOf(readXml(`<t>${title}</t>`))).toBe(HARMLESS);
    expect(textOf(bodyOf(HOSTILE_PAPER)).split(HARMLESS)).toHaveLength(HOSTILE_PLACES + 1);
  });

  it('is the same whenever it is written', () => {
    expect(writeHtml(WHOLE)).toBe(writeHtml(structuredClone(WHOLE)));
  });
});

describe('markup', () => {
  it('escapes all that it has not written itself', () => {
    const inner = markup`<b>${'<i>&"\''}</b>`;
    expect(inner.source).toBe('<b>&#60;i&#62;&#38;&#34;&#39;</b>');
    expect(markup`<p>${[inner, inner]}${7}${''}</p>`.source).toBe(`<p>${inner.source}${inner.source}7</p>`);
  });

  it('takes nothing for markup because it looks like it', () => {
    const lookalike = JSON.parse('{"source":"<script>"}') as string;
    expect(markup`${lookalike}${[lookalike]}`.source).toBe('[object Object][object Object]');
  });
});
