import type { Words } from './words.js';

const LONGEST = 300;

/** What graphql-js says in English only, with the names it quotes; `…` is an echo that is left out. */
const TECHNICAL: readonly (readonly [pattern: RegExp, zh: string])[] = [
  [/^Expected non-nullable type "(.+)" not to be null\.$/, '类型 $1 不能为空（null）。'],
  [/^Expected type "(.+)" to be an object\.$/, '类型 $1 应为一个对象。'],
  [/^Field "(.+)" of required type "(.+)" was not provided\.$/, '缺少必填字段 $1（类型 $2）。'],
  [/^Field "(.+)" is not defined by type "(.+)"\.$/, '类型 $2 没有字段 $1。'],
  [/^Field "(.+)" must be non-null\.$/, '字段 $1 不能为空（null）。'],
  [/^Exactly one key must be specified for OneOf type "(.+)"\.$/, '类型 $1 须恰好填写一项。'],
  [/^OneOf Input Object "(.+)" must specify exactly one key\.$/, '类型 $1 须恰好填写一项。'],
  [/^Int cannot represent non-integer value: .*$/s, '应为整数。'],
  [/^Int cannot represent non 32-bit signed integer value: .*$/s, '整数超出范围（32 位）。'],
  [/^Float cannot represent non numeric value: .*$/s, '应为数字。'],
  [/^Boolean cannot represent a non boolean value: .*$/s, '应为 true 或 false。'],
  [/^String cannot represent a non string value: .*$/s, '应为文本。'],
  [/^ID cannot represent .*$/s, '应为编号（ID）。'],
  [/^Value "(.+)" does not exist in "(.+)" enum\.$/s, '$2 没有取值 $1。'],
  [/^Enum "(.+)" cannot represent non-(?:string|enum) value: .*$/s, '应为 $1 的一个取值。'],
  [/^Expected value of type "(.+?)", found .*$/s, '应为类型 $1 的值。'],
  [/^Cannot query field "(.+)" on type "(.+)"\.$/, '类型 $2 没有字段 $1。'],
  [/^Unknown argument "(.+)" on field "(.+)"\.$/, '字段 $2 没有参数 $1。'],
  [/^Unknown type "(.+)"\.$/, '没有类型 $1。'],
  [/^Unknown fragment "(.+)"\.$/, '没有片段 $1。'],
  [/^Unknown directive "(.+)"\.$/, '没有指令 $1。'],
  [
    /^Field "(.+)" argument "(.+)" of type "(.+)" is required, but it was not provided\.$/,
    '字段 $1 缺少必填参数 $2（类型 $3）。',
  ],
  [/^Field "(.+)" must not have a selection since .*$/, '字段 $1 没有子字段。'],
  [/^Field "(.+)" of type "(.+)" must have a selection of subfields\.$/, '字段 $1（类型 $2）须选择子字段。'],
  [/^Cannot spread fragment "(.+)" within itself.*$/, '片段 $1 不能引用自身。'],
  [/^Variable "(.+)" is not defined.*$/, '变量 $1 未定义。'],
  [/^Variable "(.+)" of required type "(.+)" was not provided\.$/, '缺少必填变量 $1（类型 $2）。'],
  [/^Unknown operation named "(.+)"\.$/, '没有名为 $1 的操作。'],
  [/^Fields "(.+?)" conflict because .*$/s, '字段 $1 的多处选择互相冲突。'],
  [/^The directive "(.+)" can only be used once at this location\.$/, '指令 $1 在此处只能使用一次。'],
  [/^.* recursively requests too many selections\.$/, '查询通过片段选择的内容过多。'],
  [/^Unsupported Media Type.*$/s, '不支持此内容类型（Content-Type）。'],
  [/^Operation batching disabled\.$/, '不支持批量请求。'],
  [/^Syntax Error: Document contains more that (\d+) tokens\. .*$/, '查询超过 $1 个词元。'],
  [/^Syntax Error: (.+)$/s, '语法错误：$1'],
];

/** In Chinese as far as the sentence is known; else the English follows a Chinese lead. */
export function translateTechnical(message: string): Words {
  const en = plainMessage(message);
  const known = TECHNICAL.find(([pattern]) => pattern.test(en));
  return { en, zh: known ? en.replace(...known) : `请求有误：${en}` };
}

/** graphql-js guesses at names and echoes whole values; neither helps a client that sent 50,000 characters. */
function plainMessage(message: string): string {
  const plain = message.replace(/ ?Did you mean .+\?$/s, '');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
