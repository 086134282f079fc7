import { ACCESS_TOKEN_WORDS } from './access-token/access-token.words.js';
import { EXTERNAL_ACCOUNT_WORDS } from './external-account/external-account.words.js';
import { INVITATION_CHAT } from './invitation/invitation-chat.words.js';
import { INVITATION_WORDS } from './invitation/invitation.words.js';
import { MEMBERSHIP_CHAT } from './membership/membership-chat.words.js';
import { MEMBERSHIP_ROLES, MEMBERSHIP_STATES, MEMBERSHIP_WORDS } from './membership/membership.words.js';
import { PASSWORD_CHAT } from './password/password-chat.words.js';
import { PASSWORD_WORDS } from './password/password.words.js';
import { POST_STATES, POST_WORDS, ROLE_NAMES } from './post/post.words.js';
import {
  IMPORT_WORDS,
  ROSTER_NOTES,
  ROSTER_THINGS,
  ROSTER_TYPES,
  ROSTER_WORDS,
} from './roster/roster.words.js';
import { SIGN_IN_WORDS } from './sign-in/sign-in.words.js';
import { UNIT_WORDS } from './unit/unit.words.js';

/** This library's part of the catalogue. */
export const NETWORK_WORDS = {
  accessToken: ACCESS_TOKEN_WORDS,
  externalAccount: EXTERNAL_ACCOUNT_WORDS,
  invitation: INVITATION_WORDS,
  invitationChat: INVITATION_CHAT,
  membership: MEMBERSHIP_WORDS,
  membershipChat: MEMBERSHIP_CHAT,
  membershipRoles: MEMBERSHIP_ROLES,
  membershipStates: MEMBERSHIP_STATES,
  password: PASSWORD_WORDS,
  passwordChat: PASSWORD_CHAT,
  post: POST_WORDS,
  postStates: POST_STATES,
  roles: ROLE_NAMES,
  roster: ROSTER_WORDS,
  rosterImport: IMPORT_WORDS,
  rosterNotes: ROSTER_NOTES,
  rosterThings: ROSTER_THINGS,
  rosterTypes: ROSTER_TYPES,
  signIn: SIGN_IN_WORDS,
  unit: UNIT_WORDS,
};
