import { phrase, type WordsPart } from '#graphql';

/** What is said of rows that hold offers. */
export const OFFER_SHEET_WORDS = {
  factOfAnother: phrase({
    en: 'This belongs to the kind {its}, and the row is of the kind {kind}: empty it.',
    zh: '此项属于“{its}”，而本行类别为“{kind}”，请清空。',
  }),
  twice: phrase({
    en: 'This unit has an offer of that name at {place} already.',
    zh: '该单位已有同名资源，见 {place}。',
  }),
  unitMissing: { en: 'Name the unit by its code.', zh: '请填写单位代码。' },
  noUnit: phrase({ en: 'No unit has the code {code}.', zh: '没有代码为 {code} 的单位。' }),
  notInNetwork: phrase({
    en: 'The unit takes no active part in a network with the code {code}.',
    zh: '该单位未加入代码为 {code} 的网络，或已被暂停。',
  }),
  stays: phrase({
    en: 'The offer "{title}" of {unit} is there already with other values ({fields}), and stays as it is: change it through the API.',
    zh: '{unit} 的资源“{title}”已存在且内容不同（{fields}），保持不变；如需更改，请通过接口修改。',
  }),
} satisfies WordsPart;
