import type { Kept, Minute, ModelDay, ModelTerms, Stretch } from './booking-minutes.js';

/** The units that play, by account, with the networks they belong to; a committee convenes the first. */
export const MEMBERS: Record<string, { networks: string[]; convenes?: string }> = {
  'bus-639': { networks: ['southeast', 'riverside'] },
  'fire-squadron': { networks: ['southeast', 'riverside'] },
  clinic: { networks: ['southeast'] },
  'riverside-property': { networks: ['riverside'] },
  'southeast-committee': { networks: ['southeast'], convenes: 'southeast' },
  'riverside-committee': { networks: ['riverside'], convenes: 'riverside' },
};

/** What is shared out, and how much there is of it, in thousandths of a kilowatt or of a piece. */
export interface ModelPool {
  of: 'KILOWATTS' | 'PIECES';
  capacity: number;
}

export interface ModelOffer {
  owner: string;
  /** Null for what is lent whole. */
  pool: ModelPool | null;
  state: string;
  networks: string[];
  terms: ModelTerms;
  exceptions: ModelDay[];
  version: number;
}

export interface ModelClosure {
  offer: number;
  start: Minute;
  end: Minute;
  version: number;
  /** Taken away before it had begun. */
  isGone: boolean;
}

export interface ModelBooking extends Kept {
  offer: number;
  requester: string;
  network: string;
  state: string;
  reason: string | null;
  expires: Minute;
  version: number;
  wasConfirmed: boolean;
  /** The committee has passed it on, or asked itself. */
  agreed: boolean;
  /** A request that keeps its span from later ones. */
  holds: boolean;
  /** Order on the waiting list; means nothing unless it waits. */
  number: number;
  /** The place of the booking that it was asked for instead of. */
  replaces: number | null;
  /** In thousandths; null for what is lent whole. */
  amount: number | null;
  overCommitted: boolean;
  /** Whose word it needs, as the offer said when it was asked for. */
  confirmation: ModelTerms['confirmation'];
}

/** What a unit does, with everything that the platform is told. */
export type Act =
  | { do: 'create'; unit: string; pool: ModelPool | null; terms: ModelTerms }
  | { do: 'publish'; unit: string; offer: number; version: number; networks: string[] }
  | { do: 'withdrawOffer'; unit: string; offer: number; version: number }
  | { do: 'change'; unit: string; offer: number; version: number; terms: Partial<ModelTerms> }
  | { do: 'resize'; unit: string; offer: number; version: number; capacity: number }
  | { do: 'except'; unit: string; offer: number; version: number; exceptions: ModelDay[] }
  | { do: 'close'; unit: string; offer: number; span: Stretch; bookings: 'KEEP' | 'CANCEL' | null }
  | { do: 'lift'; unit: string; closure: number; version: number }
  | {
      do: 'request';
      unit: string;
      offer: number;
      network: string;
      span: Stretch;
      amount: number | null;
      waits: boolean;
    }
  | {
      do: 'agree' | 'decline' | 'withdraw' | 'cancel' | 'reword';
      unit: string;
      booking: number;
      version: number;
    }
  | { do: 'confirm'; unit: string; booking: number; version: number; rivals: 'DECLINE' | 'WAITLIST' | 'KEEP' }
  | { do: 'move'; unit: string; booking: number; version: number; span: Stretch; waits: boolean }
  | { do: 'displace'; unit: string; booking: number; version: number; takesOver: boolean }
  | { do: 'lapse'; unit: string; booking: number }
  | { do: 'suspend'; unit: string; network: string }
  | { do: 'resume'; unit: string; network: string }
  | { do: 'wait'; minutes: number };

/** Granted, or which refusal with what it tells. */
export type Outcome = { kind: string; [told: string]: unknown };
