import type { Words } from '../words/words.js';
import type { ErrorCode } from './error-code.js';

/** What each code says when nothing more exact is known; a code without both languages does not compile. */
export const ERROR_WORDS = {
  BAD_USER_INPUT: { en: 'The input was refused.', zh: '输入不符合要求。' },
  UNAUTHENTICATED: { en: 'Sign in first.', zh: '请先登录。' },
  FORBIDDEN: { en: 'Your post may not do this.', zh: '您的任职无权这样做。' },
  // One wording for what is missing and for what may not be seen, so that nothing is told.
  NOT_FOUND: {
    en: 'There is no such thing, or it is not yours to see.',
    zh: '没有这一项，或者您无权查看。',
  },
  CONFLICT: {
    en: 'Somebody else changed this at the same moment; try again.',
    zh: '有人在同一时刻作了更改，请重试。',
  },
  PAYLOAD_TOO_LARGE: { en: 'The body is too large.', zh: '请求正文过大。' },
  TOO_MANY_REQUESTS: { en: 'Too many requests; try again shortly.', zh: '请求过于频繁，请稍后再试。' },
  TOO_COMPLEX: { en: 'The document asks for too much.', zh: '查询内容过多。' },
  UNAVAILABLE: { en: 'The database is busy; try again shortly.', zh: '数据库繁忙，请稍后再试。' },
  INTERNAL: {
    en: 'Something went wrong on our side; the request id finds it in the log.',
    zh: '系统出错；可凭请求编号在日志中查到原因。',
  },
  OPERATION_NOT_LISTED: {
    en: 'This server has no such operation on its list: ask its operator to add it.',
    zh: '该操作不在此服务器的清单中，请联系运维人员添加。',
  },
  BAD_REQUEST: { en: 'The request is malformed.', zh: '请求格式有误。' },
  GRAPHQL_PARSE_FAILED: { en: 'The document cannot be read.', zh: '无法解析查询语句。' },
  GRAPHQL_VALIDATION_FAILED: { en: 'The document does not fit the schema.', zh: '查询与接口定义不符。' },
  OPERATION_RESOLUTION_FAILURE: { en: 'There is no such operation.', zh: '没有这个操作。' },
  PERSISTED_QUERY_NOT_SUPPORTED: { en: 'Persisted queries are not supported.', zh: '不支持持久化查询。' },
} satisfies Record<ErrorCode, Words>;
