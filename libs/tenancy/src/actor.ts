/** The offices a person can hold; what each may do is said at the root fields and in the policies of each noun. */
export const ROLES = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD', 'REPRESENTATIVE'] as const;
export type Role = (typeof ROLES)[number];

/** What a program may do that bears an access token. */
export type TokenAccess = 'READ' | 'READ_WRITE';

/** What a token says: who asks, through which post. It is proof of sign-in, not of what the post may still do. */
export interface Claims {
  regionId: string;
  postId: string;
  personId: string;
  role: Role;
  /** None only while the session itself is being made. */
  sessionId: string | null;
  /** Of the access token that a program bears; none where the person has signed in. */
  access?: TokenAccess;
}

/** A unit in whose name the platform acts by itself. */
export interface ActingUnit {
  regionId: string;
  unitId: string;
}

/** A post for which the platform does what its holder has asked it to do by itself. */
export interface ActingPost {
  regionId: string;
  postId: string;
}

/**
 * Who acts in one transaction, as the database has just confirmed it. SYSTEM holds no post, is nobody and never signed
 * in. ON_BEHALF is a committee's post that records what another unit has said: `unitId` is that unit, with its rights.
 */
export interface Actor {
  regionId: string;
  unitId: string;
  role: Role | 'SYSTEM' | 'ON_BEHALF';
  postId: string | null;
  personId: string | null;
  sessionId: string | null;
  memberNetworkIds: readonly string[];
  convenedNetworkIds: readonly string[];
  scopeNetworkIds: readonly string[];
}

/** What a statement may be told of its asker before the database has been asked. */
export interface Asker {
  readonly regionId: string;
  readonly personId: string | null;
  /** Whether a plan made for this asker serves others: one who sees a whole area wants another. */
  readonly sharesPlans: boolean;
  readonly now: Date;
}

export function askerOf(
  { regionId, personId, role }: Pick<Actor, 'regionId' | 'personId' | 'role'>,
  now: Date,
): Asker {
  return { regionId, personId, now, sharesPlans: role !== 'STEWARD' };
}

/** The post, or the session it came with, is no longer valid: the caller has to sign in again. */
export class NotSignedIn extends Error {
  constructor() {
    super('This sign-in is no longer valid: the post was revoked, has ended, or the session was signed out.');
  }
}
