import { HARMLESS, HOSTILE_PAPER, HOSTILE_PLACES, PLAIN, WHOLE } from '../../../test/papers.cases.js';
import { findAll, readXml, textOf, type XmlElement } from '../../../test/read-xml.js';
import { createHash } from 'node:crypto';
import type { Paper } from '../paper.js';
import { writeHtml } from './write-html.js';

/** The body is well-formed XML but for `<br>`. */
function bodyOf(paper: Paper): XmlElement {
  const { page } = writeHtml(paper);
  const body = page.slice(page.indexOf('<body>'), page.indexOf('</html>'));
  return readXml(body.replaceAll('<br>', '<br/>').trim());
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
      'table.read',
      'p.signature',
      'p.signature',
      'p.copies',
    ]);
    expect(textOf(main)).toContain('抄送：街道党建办。');
    expect(findAll(main, 'th').map(textOf)).toEqual(['事项', '单位']);
    expect(findAll(main, 'td').map(textOf)).toEqual(['征求意见', '物业公司', '', '第二小学居委会']);
    expect(writeHtml(WHOLE).page).toContain('#l19 th:nth-child(1){width:66.67%}');
  });

  it('prints on A4 with the margins of the standard, in its fonts', () => {
    const { page: html } = writeHtml(PLAIN);
    expect(html).toContain('@page{size:A4;margin:37mm 26mm 35mm 28mm}');
    expect(html).toContain('p.text{font:16pt/28.95pt "仿宋_GB2312",');
    expect(html).toContain('h1{font:22pt/35pt "方正小标宋简体",');
    expect(html).toContain('content:"— " counter(page) " —"');
  });

  it('runs and loads nothing, whatever stands in it', () => {
    const { page: html, policy } = writeHtml(HOSTILE_PAPER);
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${digest}'`);
    for (const written of [html, writeHtml(WHOLE).page])
      expect(written).not.toMatch(/<script|<!--|\s(?:on\w+|style)=|https?:|url\(/);
    const title = /<title>(.*)<\/title>/.exec(html)?.[1] ?? '';
    expect(textOf(readXml(`<t>${title}</t>`))).toBe(HARMLESS);
    expect(textOf(bodyOf(HOSTILE_PAPER)).split(HARMLESS)).toHaveLength(HOSTILE_PLACES + 1);
  });

  it('is the same whenever it is written', () => {
    expect(writeHtml(WHOLE)).toEqual(writeHtml(structuredClone(WHOLE)));
  });
});
