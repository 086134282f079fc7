import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.js';
import { markup, type Piece } from './markup.js';

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

describe('markup', () => {
  it('escapes what is put in, as text and in an attribute', () => {
    const title = `<script>alert("&")</script>'`;
    expect(String(markup`<p title="${title}">${title}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;&#39;">&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;&#39;</p>',
    );
  });

  it('puts in HTML as it stands, lists piece by piece, and nothing for null', () => {
    const cells: Piece[] = ['<', 2, null].map((one) => markup`<td>${one}</td>`);
    expect(String(markup`<tr>${cells}${['a', '&']}</tr>`)).toBe(
      '<tr><td>&lt;</td><td>2</td><td></td>a&amp;</tr>',
    );
  });

  it('takes no look-alike for HTML', () => {
    const forged = { toString: () => '<b>', '#text': '<b>' } as unknown as string;
    expect(() => markup`${forged}`).toThrow(/./);
  });

  it('never lets a sign of the text be one of HTML, and loses none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = String(markup`${text}`);
        expect(written).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(written.replaceAll(/&[a-z#0-9]+;/g, (entity) => SIGNS[entity] ?? '?')).toBe(text);
      }),
      propertyRuns(300),
    );
  });
});
