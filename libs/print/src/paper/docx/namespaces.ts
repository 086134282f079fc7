import { type Markup, markup } from '../../markup.js';

const SCHEMAS = 'http://schemas.openxmlformats.org';

/** What names mean in the parts of an office document. */
export const NAMESPACES = {
  word: `${SCHEMAS}/wordprocessingml/2006/main`,
  links: `${SCHEMAS}/package/2006/relationships`,
  kinds: `${SCHEMAS}/officeDocument/2006/relationships`,
  contentTypes: `${SCHEMAS}/package/2006/content-types`,
  core: `${SCHEMAS}/package/2006/metadata/core-properties`,
  coreKind: `${SCHEMAS}/package/2006/relationships/metadata/core-properties`,
  terms: 'http://purl.org/dc/elements/1.1/',
} as const;

export function xml(root: Markup): Markup {
  return markup`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
