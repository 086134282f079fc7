/** Of a share from 0 to 1, to one place; null of none. */
export function percent(share) {
  return share === null ? null : Math.round(share * 1000) / 10;
}
