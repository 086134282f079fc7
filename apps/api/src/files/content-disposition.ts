/** By RFC 6266: a name that every client reads, and the name as it is. */
export function contentDisposition(way: 'inline' | 'attachment', name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${way}; filename="${ascii}"; filename*=UTF-8''${encode(name)}`;
}

/** RFC 8187 allows less than encodeURIComponent leaves. */
function encode(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
