import { terminalLanguage } from './import.words.js';

describe('the language of the terminal', () => {
  it.each([
    [undefined, {}, 'en'],
    [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
    [undefined, { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [undefined, { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'C' }, 'zh'],
    ['zh', { LC_ALL: 'C' }, 'zh'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
  ])('asked for %j in %j is %s', (asked, environment, language) => {
    expect(terminalLanguage(asked, environment)).toBe(language);
  });
});
