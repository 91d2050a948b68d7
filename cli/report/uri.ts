/** A path with `/`, as a URI: relative as it is, absolute with the scheme `file`. Whatever a file name may hold is encoded. */
export function uriOf(path: string): string {
  const parts = path.replace(/\p{Surrogate}/gu, '\uFFFD').split('/');
  const encoded = parts.map(encodeURIComponent);
  if (path.startsWith('/')) return `file://${encoded.join('/')}`;
  // A drive's colon stays: file:///C:/src/a.ts.
  if (/^[A-Za-z]:\//.test(path)) return `file:///${[parts[0], ...encoded.slice(1)].join('/')}`;
  return encoded.join('/');
}
