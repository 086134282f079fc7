import type { TenantTransaction } from '#tenancy';
import type { Need } from './need.entity.js';

/** What the project of a need has to say to what becomes of the need. A port: projects know needs, not the reverse. */
export abstract class NeedProjects {
  /** Before the need itself: a project is locked before its needs. */
  abstract hold(tx: TenantTransaction, needId: string): Promise<void>;

  /** Whether a project works on it, and moves it. */
  abstract workOn(tx: TenantTransaction, need: Need): Promise<boolean>;

  /** Throws Refused while a project works on it: then work goes through the project. */
  abstract expectNone(tx: TenantTransaction, need: Need): Promise<void>;

  /** A unit has claimed it, and so takes part in what works on it. */
  abstract joined(tx: TenantTransaction, need: Need, unitId: string): Promise<void>;

  /** Those who had it say that it is answered. */
  abstract closed(tx: TenantTransaction, need: Need): Promise<void>;

  /** Those who had it say that it is not. */
  abstract reopened(tx: TenantTransaction, need: Need, reason: string): Promise<void>;
}
