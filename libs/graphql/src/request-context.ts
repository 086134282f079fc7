/** The posts of the field; who may call what is said in them. */
export type Role = 'SECRETARY' | 'OFFICER' | 'LIAISON' | 'DEPUTY' | 'STEWARD' | 'REPRESENTATIVE';

/** What every resolver is given: who asks is only found out when somebody needs to know. */
export interface RequestContext {
  readonly requestId: string;
  /** Memoised. Null without a token; throws ApiError UNAUTHENTICATED for a bad one. */
  authenticate(): Promise<{ role: Role } | null>;
}
