import { asCommittee, isHeld, Membership, MembershipRole, MembershipState, Post } from '#network';
import type { Actor, Role, TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import type { EvaluationPanel } from '../rules/evaluation-panel.entity.js';

/** Somebody who could judge in a round, through which post and in which panel. */
export interface Candidate {
  readonly panelKind: EvaluationPanelKind;
  readonly postId: string;
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string;
}

const PANELS = Object.values(EvaluationPanelKind);

/** A steward sits in none. */
const PANEL_OF: Partial<Record<Role, EvaluationPanelKind>> = {
  SECRETARY: EvaluationPanelKind.COMMITTEE,
  OFFICER: EvaluationPanelKind.COMMITTEE,
  LIAISON: EvaluationPanelKind.PARTNER_UNITS,
  DEPUTY: EvaluationPanelKind.PARTNER_UNITS,
  REPRESENTATIVE: EvaluationPanelKind.RESIDENTS,
};

/** Which panel somebody sits in who holds this post: officers and residents of the round's own unit, partners of another. */
export function panelOf(
  { unitId: convener }: EvaluationRound,
  { role, unitId }: { readonly role: Actor['role']; readonly unitId: string | null },
): EvaluationPanelKind | undefined {
  const panelKind = role === 'SYSTEM' || role === 'ON_BEHALF' ? undefined : PANEL_OF[role];
  const isOfUnit = (panelKind === EvaluationPanelKind.PARTNER_UNITS) === (unitId !== convener);
  return isOfUnit ? panelKind : undefined;
}

/**
 * Whom these panels of a round can be filled with now, as the committee sees it: each person once, whatever posts are held, in the first panel of COMMITTEE, PARTNER_UNITS, RESIDENTS that takes the person. Nobody who was returning officer
 * since scoring began. Ordered by person.
 */
export async function listCandidates(
  tx: TenantTransaction,
  round: EvaluationRound,
  panels: readonly EvaluationPanel[],
): Promise<Candidate[]> {
  const { regionId, now } = tx;
  const { networkId, unitId: convener } = round;
  return asCommittee(tx, networkId, async () => {
    const kinds = new Set(panels.map(({ kind }) => kind));
    const partners = await tx.manager.findBy(Membership, {
      regionId,
      networkId,
      role: MembershipRole.PARTNER,
      state: MembershipState.ACTIVE,
    });
    const partnerIds = partners.flatMap(({ unitId }) => unitId ?? []);
    const posts = await tx.manager.findBy(Post, { regionId, unitId: In([convener, ...partnerIds]) });
    const all = posts.flatMap((post) => {
      const panelKind = panelOf(round, post);
      return panelKind && kinds.has(panelKind) && isHeld(post, now) ? [{ post, panelKind }] : [];
    });
    return oncePerPerson(all.filter(({ post }) => !round.returnedByIds.includes(post.personId)));
  });
}

function oncePerPerson(all: readonly { post: Post; panelKind: EvaluationPanelKind }[]): Candidate[] {
  const sorted = all.toSorted(
    (one, other) =>
      PANELS.indexOf(one.panelKind) - PANELS.indexOf(other.panelKind) ||
      (one.post.id < other.post.id ? -1 : 1),
  );
  const candidates = new Map<string, Candidate>();
  for (const { post, panelKind } of sorted) {
    const { id: postId, personId, personName, unitId } = post;
    if (!candidates.has(personId))
      candidates.set(personId, { panelKind, postId, personId, personName, unitId });
  }
  return [...candidates.values()].toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
}
