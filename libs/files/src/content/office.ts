import { CONTENT_WORDS } from '../files.words.js';
import { ContentRefused } from './content-refused.js';
import type { MediaType } from './media-type.js';
import { listEntries, unpack } from './zip.js';

const CONTENT_TYPES = '[Content_Types].xml';
const LONGEST_CONTENT_TYPES = 1024 * 1024;

// The type of a document's main part, and the folder in which its parts lie.
const KINDS: readonly { readonly main: string; readonly folder: string; readonly mediaType: MediaType }[] = [
  {
    main: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    folder: 'word/',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    main: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    folder: 'xl/',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
];

/**
 * Which office document an archive is, by its own list of content types: the one part that is unpacked.
 * @throws ContentRefused for another archive, one with macros, and whatever listEntries refuses
 */
export function findOfficeType(bytes: Buffer): MediaType {
  const entries = listEntries(bytes);
  const [list, twin] = entries.filter(({ name }) => name.toLowerCase() === CONTENT_TYPES.toLowerCase());
  if (!list || twin) throw new ContentRefused(CONTENT_WORDS.notOffice);
  const types = unpack(bytes, list, LONGEST_CONTENT_TYPES).toString('utf8');
  const hasMacros = /macroEnabled/i.test(types) || entries.some(({ name }) => /vbaproject\.bin$/i.test(name));
  if (hasMacros) throw new ContentRefused(CONTENT_WORDS.macros);
  const [kind, other] = KINDS.filter(
    ({ main, folder }) => types.includes(main) && entries.some(({ name }) => name.startsWith(folder)),
  );
  if (!kind || other) throw new ContentRefused(CONTENT_WORDS.notOffice);
  return kind.mediaType;
}
