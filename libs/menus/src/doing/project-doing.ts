import type { TenantTransaction } from '#tenancy';

/** What came of the published activities of a project, summed up. */
export interface ProjectDoing {
  /** Of which somebody was checked in. */
  readonly checkedInDishes: number;
  readonly checkedInHeads: number;
  readonly reviews: number;
  readonly markSum: number;
  /** How many outcomes are filed. */
  readonly outcomes: number;
  readonly servedHeads: number;
}

const SUM = `
  SELECT (count(*) FILTER (WHERE f.checked_in_heads > 0))::int AS "checkedInDishes",
    coalesce(sum(f.checked_in_heads), 0)::int AS "checkedInHeads",
    coalesce(sum(f.review_count), 0)::int AS reviews, coalesce(sum(f.mark_sum), 0)::int AS "markSum",
    count(o.id)::int AS outcomes, coalesce(sum(o.heads), 0)::int AS "servedHeads"
  FROM dish d
  LEFT JOIN dish_figures f ON f.region_id = $1 AND f.dish_id = d.id
  LEFT JOIN dish_outcome o ON o.region_id = $1 AND o.dish_id = d.id
  WHERE d.region_id = $1 AND d.project_id = $2 AND d.published_at IS NOT NULL`;

/** Check-ins, reviews as far as they are released, and outcomes. */
export async function sumProjectDoing(tx: TenantTransaction, projectId: string): Promise<ProjectDoing> {
  const [sum] = await tx.query<ProjectDoing>(SUM, [tx.regionId, projectId]);
  if (!sum) throw new Error('A sum gave no row.');
  return sum;
}
