import { phrase, type WordsPart } from '#graphql';

export const NEED_CATEGORY_WORDS = {
  nameNeeded: { en: 'Give the category a name.', zh: '请填写类别名称。' },
  nameTooLong: { en: 'A name has at most 30 characters.', zh: '类别名称最多 30 个字。' },
  nameEnTooLong: { en: 'An English name has at most 60 characters.', zh: '英文名称最多 60 个字符。' },
  alreadyNamed: phrase({
    en: 'This network has a category named {name}.',
    zh: '本网络已有名为“{name}”的类别。',
  }),
  tooMany: phrase({
    en: 'A network has at most {most} categories: restore and rename one that was retired.',
    zh: '一个网络最多 {most} 个类别，可恢复已停用的类别并改名。',
  }),
  retired: { en: 'This category is retired.', zh: '该类别已停用。' },
  inUse: { en: 'This category is in use.', zh: '该类别正在使用。' },
  lastOne: { en: 'A network keeps at least one category.', zh: '至少保留一个类别。' },
} satisfies WordsPart;
