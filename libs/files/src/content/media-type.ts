/** What may be attached, with the extensions that its names may have; the first one is added where none fits. */
export const EXTENSIONS = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
} as const;

export type MediaType = keyof typeof EXTENSIONS;

/** Pictures are all that a browser may show by itself; a PDF can carry scripts. */
export function isPicture(mediaType: MediaType): boolean {
  return mediaType.startsWith('image/');
}
