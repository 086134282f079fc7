import { attachPicture } from '../../support/attached.js';
import { ClaimActs } from '../../support/claim-acts.js';
import { NeedActs, type SeenNeed } from '../../support/need-acts.js';
import type { World } from '../../support/world.js';

/** A need in each of its states; some states have been come to in several ways. */
export const EXHIBITS = [
  'DRAFT',
  'PROPOSED',
  'RETURNED',
  'TAKEN',
  'OPEN',
  'CLAIMED',
  'IN_PROGRESS',
  'ANSWERED',
  'CLOSED',
  'REOPENED',
  'GIVEN_UP',
  'UNMET',
  'WITHDRAWN_AS_DRAFT',
  'WITHDRAWN_WHEN_PROPOSED',
  'WITHDRAWN_WHEN_TAKEN',
] as const;
export type Exhibit = (typeof EXHIBITS)[number];

type Versioned = Pick<SeenNeed, 'id' | 'version'>;
type Texts = Readonly<Record<'title' | 'what' | 'location' | 'contactName' | 'contactPhone', string>>;

const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateNeedInput!) {
  updateNeed(id: $id, version: $version, input: $input) { ... on Need { id version } } }`;
const VERSION = `query ($id: ID!) { need(id: $id) { id version } }`;

/** No two texts of an exhibition are the same, so that whoever reads one has read that one. */
export function canary(column: string, exhibit: Exhibit): string {
  const number = String(EXHIBITS.indexOf(exhibit)).padStart(4, '0');
  return column === 'contactPhone' ? `021-5550${number}` : `${column}@${exhibit};`;
}

/** Needs of the clinic in the southeast; the fleet claims them, and the bank is asked to. */
export class Exhibition {
  readonly ids = new Map<Exhibit, string>();
  readonly files = new Map<Exhibit, string>();
  private readonly acts: NeedActs;
  private readonly claims: ClaimActs;

  private constructor(private readonly world: World) {
    this.acts = new NeedActs(world);
    this.claims = new ClaimActs(world);
  }

  static async open(world: World): Promise<Exhibition> {
    const exhibition = new Exhibition(world);
    const waysTo: Record<Exhibit, (draft: Versioned, as: Exhibit) => Promise<unknown>> = {
      DRAFT: async () => {},
      PROPOSED: (draft) => exhibition.propose(draft),
      RETURNED: (draft, as) => exhibition.sendBack(draft, as),
      TAKEN: (draft) => exhibition.takeAndAsk(draft),
      OPEN: (draft) => exhibition.open(draft),
      CLAIMED: (draft) => exhibition.claimed(draft),
      IN_PROGRESS: (draft) => exhibition.begun(draft),
      ANSWERED: (draft, as) => exhibition.answered(draft, as),
      CLOSED: async (draft, as) => exhibition.own('closeNeed', await exhibition.answered(draft, as), as),
      REOPENED: async (draft, as) => exhibition.own('reopenNeed', await exhibition.answered(draft, as), as),
      GIVEN_UP: (draft) => exhibition.givenUp(draft),
      UNMET: async (draft, as) => exhibition.convene('markNeedUnmet', await exhibition.open(draft), as),
      WITHDRAWN_AS_DRAFT: (draft, as) => exhibition.own('withdrawNeed', draft, as),
      WITHDRAWN_WHEN_PROPOSED: async (draft, as) =>
        exhibition.own('withdrawNeed', await exhibition.propose(draft), as),
      WITHDRAWN_WHEN_TAKEN: async (draft, as) =>
        exhibition.own('withdrawNeed', await exhibition.open(draft), as),
    };
    for (const exhibit of EXHIBITS) await waysTo[exhibit](await exhibition.draft(exhibit), exhibit);
    return exhibition;
  }

  /** What it says first, and then says otherwise before anybody reads it. */
  private async draft(as: Exhibit): Promise<Versioned> {
    const { id, version } = await this.acts.draft('clinic', {
      ...textsOf(as),
      title: canary('early', as),
      places: as === 'TAKEN' ? 2 : 1,
    });
    this.ids.set(as, id);
    this.files.set(as, await attachPicture(this.world.as('clinic'), id, `${canary('file', as)}.png`));
    return this.reword({ id, version }, { title: canary('title', as) });
  }

  private async reword(step: Versioned, input: object): Promise<Versioned> {
    const { updateNeed } = await this.world
      .as('clinic')
      .ask<{ updateNeed: Versioned }>(UPDATE, { ...step, input });
    return updateNeed;
  }

  private own(step: Parameters<NeedActs['step']>[1], need: Versioned, as: Exhibit): Promise<SeenNeed> {
    return this.acts.step('clinic', step, need, { reason: canary('reason', as) });
  }

  private convene(step: Parameters<NeedActs['step']>[1], need: Versioned, as: Exhibit): Promise<SeenNeed> {
    return this.acts.step('southeast-committee', step, need, { reason: canary('reason', as) });
  }

  private propose(draft: Versioned): Promise<SeenNeed> {
    return this.acts.step('clinic', 'proposeNeed', draft);
  }

  /** All that it says now was written after the committee had read it. */
  private async sendBack(draft: Versioned, as: Exhibit): Promise<void> {
    const bland = { title: '需要', what: '内容', location: '地点', contactName: '值班' };
    const proposed = await this.propose(await this.reword(draft, { ...bland, contactPhone: '021-55559999' }));
    await this.reword(await this.convene('returnNeed', proposed, as), textsOf(as));
  }

  private async takeAndAsk(draft: Versioned): Promise<Versioned> {
    const taken = await this.acts.step('southeast-committee', 'takeNeed', await this.propose(draft));
    await this.claims.askFor(taken.id, 'savings-bank');
    return taken;
  }

  private async open(draft: Versioned): Promise<Versioned> {
    const taken = await this.acts.step('southeast-committee', 'takeNeed', await this.propose(draft));
    return this.acts.step('southeast-committee', 'openNeed', taken);
  }

  private async claimed(draft: Versioned): Promise<Versioned> {
    const { id } = await this.open(draft);
    await this.claims.claim('bus-639', id);
    return this.now(id);
  }

  private async givenUp(draft: Versioned): Promise<void> {
    const { id } = await this.open(draft);
    await this.claims.step('bus-639', 'giveUpClaim', await this.claims.claim('bus-639', id));
  }

  private async begun(draft: Versioned): Promise<SeenNeed> {
    return this.acts.step('bus-639', 'beginNeed', await this.claimed(draft));
  }

  private async answered(draft: Versioned, as: Exhibit): Promise<SeenNeed> {
    const answer = canary('answer', as);
    return this.acts.step('bus-639', 'answerNeed', await this.begun(draft), { answer });
  }

  private async now(id: string): Promise<Versioned> {
    return (await this.world.as('clinic').ask<{ need: Versioned }>(VERSION, { id })).need;
  }
}

function textsOf(as: Exhibit): Texts {
  const of = (column: keyof Texts) => canary(column, as);
  return {
    title: of('title'),
    what: of('what'),
    location: of('location'),
    contactName: of('contactName'),
    contactPhone: of('contactPhone'),
  };
}
