export { ApiError, type FieldProblem } from './errors/api-error.js';
export { HTTP_STATUS, type ErrorCode } from './errors/error-code.js';
export { found } from './errors/found.js';
export { errorFormatter, type ErrorLog } from './errors/format-error.js';
export { ERROR_WORDS } from './errors/error-words.js';
export { currentLanguage, currentRequestId } from './errors/request-scope.js';
export { SQL_STATES, type SqlStates } from './errors/sql-states.js';
export { AS_TEXT, NotWritten, Written } from './execution/written.js';
export { registerExplorer } from './explorer/explorer.js';
export { type ExplorerTab } from './explorer/explorer-page.js';
export { graphqlOptions, type GraphqlSettings } from './graphql-options.js';
export { SchemaDriver } from './schema-driver.js';
export { GraphqlRulesModule } from './graphql-rules.module.js';
export { prepareGraphqlHttp, type HttpSettings } from './http/graphql-http.js';
export { answerBadAddress, answerHttpError, judgeHttpError } from './http/http-error.js';
export { LiveSockets } from './live/live-sockets.js';
export { type LiveBounds, type LiveSettings } from './live/live-settings.js';
export { type Look, type Looks, type Sight } from './live/look.js';
export { Upgrades } from './live/take-upgrades.js';
export { RequestLimits } from './limits/request-limit.js';
export { RouteCount } from './limits/route-count.js';
export { findGlobalId, fromGlobalId, NOWHERE, toGlobalId, type GlobalId } from './ids/global-id.js';
export { GlobalIdPipe, IdArg, IdOf } from './ids/id-of.js';
export { stepOn, type Step } from './ids/step-args.js';
export { Node } from './ids/node.js';
export { idTypeOf, isNode } from './ids/opaque-ids.js';
export { typenameOf } from './ids/typename-of.js';
export { NodeRegistry } from './ids/node-registry.js';
export { documentIdOf } from './operations/document-id.js';
export { ListedOperations } from './operations/listed-operations.js';
export { BadManifest, checkDocuments, readManifest, type Documents } from './operations/manifest.js';
export { ConnectionArgs } from './paging/connection.args.js';
export { connectionOf, PageInfo, type Page } from './paging/connection.js';
export { cursorScope, readPage, type KeysetList, type PageRequest } from './paging/page-request.js';
export { Allow, AnyPost, Public, type Permission } from './permissions/permission.js';
export { OwnSignIn } from './permissions/own-sign-in.js';
export { OnBehalf } from './permissions/on-behalf.js';
export { CanBeTried } from './permissions/try-only.js';
export { listRootFields, type RootField } from './permissions/root-fields.js';
export { RefusalCode } from './refusals/refusal-code.enum.js';
export { expectState, expectVersion, refuseState } from './refusals/expect.js';
export { REFUSAL_WORDS } from './refusals/refusal-words.js';
export { Refusal, Refused, StaleVersion, WrongState } from './refusals/refusal.js';
export { resultUnion } from './refusals/result-union.js';
export { type RequestContext } from './request-context.js';
export { DateScalar } from './scalars/date.scalar.js';
export { DateTimeScalar } from './scalars/date-time.scalar.js';
export { DecimalScalar } from './scalars/decimal.scalar.js';
export { holdsBreaks, holdsHidden } from './scalars/hidden.js';
export { QuarterScalar } from './scalars/quarter.scalar.js';
export { LongText } from './scalars/text.js';
export { TimeOfDayScalar } from './scalars/time-of-day.scalar.js';
export { currentRequest, type RecordedActor, type RequestRecord } from './signals/request-record.js';
export { type AnsweredRequest, type RequestObserver } from './signals/request-hooks.js';
export { NotBlank } from './validation/not-blank.js';
export { Phone, PHONE } from './validation/phone.js';
export { ManyLines } from './validation/many-lines.js';
export { Nested } from './validation/nested.js';
export { judgeInput } from './validation/validation.pipe.js';
export { readInput } from './validation/read-input.js';
export { findScalarProblem, wordsOf } from './words/bad-value.js';
export { acceptedLanguage, LANGUAGE_TAGS } from './words/accepted-language.js';
export { hidePhones } from './words/hide-phones.js';
export { chatLine, type ChatLine, joinChat, type ChatPart } from './words/chat.js';
export { GRAPHQL_WORDS } from './words/graphql-words.js';
export { Spoken } from './words/spoken.js';
export { told } from './words/told.js';
export {
  joinWords,
  listWords,
  phrase,
  type Language,
  type Phrase,
  type Words,
  type WordsPart,
} from './words/words.js';
export { TenantContext, type TenantContextSettings } from './tenant-context.js';
export { Secret } from './idempotency/secrets.js';
export { Unkept } from './idempotency/unkept.js';
