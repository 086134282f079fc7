/** How many rows an answer tells of: the things in it, and those it has counted. */
export function countAnswer(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + countAnswer(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { totalCount = 0, pageInfo: _, ...rest } = value as Record<string, unknown>;
  const beneath = Object.values(rest).reduce((sum: number, one) => sum + countAnswer(one), 0);
  const isWrapper = 'edges' in value || 'cursor' in value || 'totalCount' in value;
  return beneath + Number(totalCount) + (isWrapper ? 0 : 1);
}
