import { makeCode, makeRefreshToken, makeShortCode, readCode } from './code.js';

describe('a code', () => {
  it('names its region, and is found again by its hash', () => {
    const { text, hash } = makeCode('310115');
    expect(text).toMatch(/^310115\.([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(readCode(text)).toEqual({ regionCode: '310115', hash });
  });

  it('is short where it is typed from a slip', () => {
    const { text, hash } = makeShortCode('310115');
    expect(text).toMatch(/^310115\.([a-hj-km-np-z2-9]{4}-){2}[a-hj-km-np-z2-9]{4}$/);
    expect(readCode(text.toUpperCase())).toEqual({ regionCode: '310115', hash });
  });

  it('is the same however somebody types it', () => {
    const { text, hash } = makeCode('310115');
    const typed = ` ${text.toUpperCase().replaceAll('-', ' ')}`;
    expect(readCode(typed)?.hash).toEqual(hash);
    const wide = Array.from(text, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)).join('');
    for (const dash of ['—', '–', '‑', '−', '－'])
      for (const form of [text, wide.replaceAll('－', '-')])
        expect(readCode(form.replaceAll('-', dash))).toEqual(readCode(text));
    expect(readCode(wide)).toEqual(readCode(text));
  });

  it('is never made twice, and holds no letter that looks like another', () => {
    const made = Array.from({ length: 1000 }, () => makeRefreshToken('r').text);
    expect(new Set(made).size).toBe(1000);
    expect(made.join('').replaceAll('r.', '')).not.toMatch(/[01ilo]/);
  });

  it.each(['', '310115', '310115.', '.k7mf', '310115.--', 'a.b.c', `${'9'.repeat(33)}.k7mf`])(
    'is none when it reads "%s"',
    (text) => {
      expect(readCode(text)).toBeNull();
    },
  );
});
