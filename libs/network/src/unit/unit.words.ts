import { phrase, type WordsPart } from '#graphql';

export const UNIT_WORDS = {
  creditCodeForm: {
    en: 'A unified social credit code has 18 digits and capital letters without I, O, S, V and Z, the third to the eighth of them digits.',
    zh: '统一社会信用代码为 18 位数字或大写字母（不用 I、O、S、V、Z），第 3 至 8 位为数字。',
  },
  creditCodeCheck: phrase({
    en: 'The check character of this unified social credit code is wrong: with these first 17 characters it would be {expected}.',
    zh: '统一社会信用代码的校验码不正确：按前 17 位应为 {expected}。',
  }),
} satisfies WordsPart;
