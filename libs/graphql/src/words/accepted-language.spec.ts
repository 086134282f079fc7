import { assert, property, string } from 'fast-check';
import { acceptedLanguage } from './accepted-language.js';

describe('acceptedLanguage', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'en'],
    ['*', 'en'],
    ['zh', 'zh'],
    ['ZH-cn', 'zh'],
    ['zh-Hans-CN', 'zh'],
    ['zh-Hant', 'zh'],
    ['zhx', 'en'],
    ['en;q=0.5, zh;q=0.6', 'zh'],
    ['en;q=0.6, zh;q=0.5', 'en'],
    ['zh, en', 'zh'],
    ['en, zh', 'en'],
    ['fr, zh;q=0.001', 'zh'],
    ['zh;q=0.1, *;q=0.5', 'en'],
    ['en;q=0', 'zh'],
    ['en;q=0, *', 'zh'],
    ['zh;q=0, *', 'en'],
    ['zh;q=0, en;q=0', 'en'],
    ['*;q=0', 'en'],
    ['zh ; q = 0.9 , en ; q = 0.8', 'zh'],
    ['zh;q=1.5, en;q=0.1', 'en'],
    ['zh;q=1.000, en;q=0.999', 'zh'],
    ['zh;q=x, en;q=0.1', 'en'],
    [';;,=,zh;q=', 'en'],
    ['en;q=0.2, zh-TW;q=0.1, zh-CN;q=0.7', 'zh'],
  ])('%p is answered in %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });

  test('answers whatever is sent', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (header) => {
        expect(['en', 'zh']).toContain(acceptedLanguage(header));
      }),
    );
  });
});
