import { makeRefreshToken } from '../code/code.js';
import { makeTokenText, readTokenText } from './token-text.js';

describe('the text of an access token', () => {
  it('names its region and is found again by its hash', () => {
    const { text, hash } = makeTokenText('310115');
    expect(text).toMatch(/^lj_310115_[a-z0-9]{47}$/);
    expect(readTokenText(text)).toEqual({ regionCode: '310115', hash });
  });

  it('holds 160 random bits and more, and is never made twice', () => {
    const made = new Set(Array.from({ length: 1000 }, () => makeTokenText('r').text.slice(5, 45)));
    expect(made.size).toBe(1000);
    expect(40 * Math.log2(31)).toBeGreaterThan(160);
  });

  it('is known to be none when a letter, the region or the form is another', () => {
    const { text } = makeTokenText('310115');
    const other = text.at(-20) === 'x' ? 'y' : 'x';
    const none = [
      text.slice(0, -20) + other + text.slice(-19),
      text.replace('310115', '310112'),
      text.toUpperCase(),
      `${text} `,
      text.slice(3),
      makeRefreshToken('310115').text,
      '',
    ];
    expect(none.map(readTokenText)).toEqual(none.map(() => null));
  });
});
