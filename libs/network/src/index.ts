export {
  describeAudience,
  grantCommittees,
  grantStewards,
  listMembers,
  OF_UNIT,
  type Grant,
} from './audience/describe-audience.js';
export { AudienceObject, SharedPart } from './audience/audience.object.js';
export { TokenVerifier } from './access-token/token-verifier.js';
export { CalendarFeeds } from './calendar-feed/calendar-feeds.js';
export { ExternalProofs } from './external-account/external-proofs.js';
export { SignedNotes } from './external-account/signed-notes.js';
export { patternOf, searchTextOf, searchWordsOf } from './directory/search-text.js';
export { expectTakesPart } from './membership/expect-takes-part.js';
export { holdMembers, notMember } from './membership/hold-members.js';
export { AuditLineConnection } from './audit/audit-line.object.js';
export { AUDIT_LINES, linesOf } from './audit/audit-line.reads.js';
export { asCommittee } from './network/as-committee.js';
export { ServiceDay } from './network/service-day.entity.js';
export { NETWORK_READS } from './network/network.reads.js';
export { NETWORK_READ_TYPES } from './network.reads.js';
export { Parties } from './unit/parties.js';
export { UNIT_READS } from './unit/unit.reads.js';
export { Membership, MembershipRole, MembershipState } from './membership/membership.entity.js';
export {
  MembershipEvents,
  type Belonging,
  type EndingThing,
  type Newcomer,
} from './membership/membership.events.js';
export { Bearers } from './code/bearers.js';
export { makeShortCode, readCode } from './code/code.js';
export { InvalidCode } from './code/code.refusals.js';
export { NeedCategory, StandingCategory } from './network/need-category.entity.js';
export { Network } from './network/network.entity.js';
export { NetworkObject } from './network/network.object.js';
export { NETWORK_ENTITIES } from './network.entities.js';
export { NETWORK_WORDS } from './network.words.js';
export { NetworkModule } from './network.module.js';
export { type IssuedCode } from './password/code-validity.js';
export { issueCodeAsOperator } from './password/operator-code.js';
export { Post } from './post/post.entity.js';
export { isHeld } from './post/post.policy.js';
export { PostRole } from './post/post-role.js';
export { Area } from './region/area.entity.js';
export { timeZoneOf } from './region/time-zone.js';
export { TODAY } from './region/today.reads.js';
export { getRegionCode } from './region/region-code.js';
export { Region } from './region/region.entity.js';
export { asOperator } from './roster/as-operator.js';
export { describeChange } from './roster/describe-change.js';
export {
  importRoster,
  type NewAccount,
  type RosterImport,
  type RosterImportSettings,
} from './roster/import-roster.js';
export { listHolders, type Holder } from './roster/list-holders.js';
export { hasRegions } from './roster/has-regions.js';
export { readRoster } from './roster/read-roster.js';
export { RosterError, type RosterProblem } from './roster/roster-error.js';
export { type PartOutcome } from './roster/import-part.js';
export { UnitRights } from './roster/unit-rights.js';
export { importRosterWorkbook } from './roster/workbook/import-roster-workbook.js';
export { NETWORK_CODES, UNIT_CODES } from './roster/workbook/roster-sheets.js';
export { type ReadPart, type StoredPart, type WorkbookPart } from './roster/workbook/workbook-part.js';
export { RosterWorkbookError } from './roster/workbook/workbook-error.js';
export { markRosterWorkbook, rosterWorkbook } from './roster/workbook/write-roster-workbook.js';
export { type RosterChange } from './roster/roster-plan.js';
export { SignInTokens } from './sign-in/sign-in-tokens.js';
export { AttemptLimit } from './sign-in/attempt-limit.js';
export { TooManyAttempts } from './sign-in/sign-in.refusals.js';
export { SigningKeys } from './sign-in/signing-keys.js';
export { Session } from './session/session.entity.js';
export { Unit } from './unit/unit.entity.js';
export { UnitObject } from './unit/unit.object.js';
