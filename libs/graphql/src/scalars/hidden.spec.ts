import { cleanText } from './text.js';
import { holdsBreaks, holdsHidden } from './hidden.js';

describe('holdsHidden', () => {
  it.each([
    '周浦小学',
    '两行\r\n\t文字',
    'e\u0301',
    '𠮷',
    '👩\u200d🌾',
    '👩🏽\u200d🚒',
    '❤️\u200d🔥',
    '🏴\u{e0067}\u{e0062}\u{e007f}',
  ])('lets %j be', (text) =>
    expect([holdsHidden(text), cleanText(text, 100)]).toEqual([false, text.normalize('NFC')]),
  );

  it.each([
    ['a zero-width space', '李\u200b明'],
    ['a direction turned round', 'bill\u202efdp.exe'],
    ['a direction isolated', 'a\u2066b\u2069'],
    ['a mark of direction', '\u200f李明'],
    ['an escape', '\u001b[31m'],
    ['a control of the second set', 'a\u0085b'],
    ['a byte order mark', '\ufeff李明'],
    ['a soft hyphen', 'a\u00adb'],
    ['a joiner between letters', '李\u200d明'],
    ['a joiner without an end', '👩\u200d'],
    ['a letter that is blank', '\u3164'],
    ['a line separator', 'a\u2028b'],
    ['hidden letters', 'a\u{e0041}'],
  ])('finds %s', (_what, text) => {
    expect(holdsHidden(text)).toBe(true);
    expect(() => cleanText(text, 100)).toThrow('Text must not hold invisible characters');
  });
});

describe('holdsBreaks', () => {
  it.each([
    ['李明', false],
    ['李\n明', true],
    ['李\r明', true],
    ['李\t明', true],
  ])('of %j is %s', (text, breaks) => expect(holdsBreaks(text)).toBe(breaks));
});
