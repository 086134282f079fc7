import { patternOf, searchTextOf, searchWordsOf } from './search-text.js';

describe('what a name is found by', () => {
  it('is the name folded, its pinyin and its initials', () => {
    expect(searchTextOf({ name: '浦东巴士６３９车队', nameEn: 'Pudong Bus Fleet 639' })).toBe(
      '浦东巴士639车队\npudong bus fleet 639\npu dong ba shi 639 che dui\np d b s 6 c d',
    );
  });

  it.each([
    ['绿地幼儿园', 'lv di you er yuan'],
    ['重庆路第3小学', 'chong qing lu di 3 xiao xue'],
    ['(甲)A栋', 'jia a dong'],
  ])('reads %s as %s', (name, syllables) => {
    expect(searchTextOf({ name, nameEn: null }).split('\n')[1]).toBe(syllables);
  });

  it('reads the first character of a person as a surname', () => {
    expect(searchTextOf({ person: '单雄' })).toBe('单雄\nshan xiong\ns x');
  });

  it('keeps what it cannot read', () => {
    expect(searchTextOf({ person: '𠮷田🚒' }).split('\n')[0]).toBe('𠮷田🚒');
  });
});

describe('a search', () => {
  it('falls into words at blanks and marks', () => {
    expect(searchWordsOf('  周浦  ＺＰ，Da’an ')).toEqual(['周浦', 'zp', 'daan']);
    expect(searchWordsOf(' %.* ')).toEqual([]);
  });

  it('lets letters run over the gaps between syllables', () => {
    expect(patternOf('zp3')).toBe('\\mz ?p ?3');
    expect(patternOf('周浦')).toBe('周浦');
  });
});
