import { phrase, type WordsPart } from '#graphql';

/** Why an upload of a workbook is not taken as a whole. */
export const IMPORT_WORDS = {
  tooMany: phrase({
    en: 'Send at most {most} offers at once.',
    zh: '一次最多导入 {most} 项资源。',
  }),
  trueOrFalse: { en: 'This is true or false, and given once.', zh: '只能为 true 或 false，且只给一次。' },
} satisfies WordsPart;
