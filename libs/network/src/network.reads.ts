import { ACCESS_TOKEN_READS } from './access-token/access-token.reads.js';
import { AUDIT_TYPES } from './audit/audit-line.reads.js';
import { DIRECTORY_READS } from './directory/directory.reads.js';
import { EXTERNAL_ACCOUNT_READS } from './external-account/external-account.reads.js';
import { MEMBERSHIP_TYPES } from './membership/membership.reads.js';
import { NETWORK_TYPES } from './network/network.reads.js';
import { POST_READS } from './post/post.reads.js';
import { AREA_READS } from './region/area.reads.js';
import { ME_READS } from './sign-in/me.reads.js';
import { SESSION_READS } from './session/session.reads.js';
import { UNIT_READS } from './unit/unit.reads.js';

/** How everything that this library knows is read. */
export const NETWORK_READ_TYPES = [
  AREA_READS,
  UNIT_READS,
  ...NETWORK_TYPES,
  ...MEMBERSHIP_TYPES,
  POST_READS,
  SESSION_READS,
  ACCESS_TOKEN_READS,
  ME_READS,
  EXTERNAL_ACCOUNT_READS,
  DIRECTORY_READS,
  ...AUDIT_TYPES,
];
