/** Appends one reference token to a JSON Pointer (RFC 6901). */
export function pointer(parent: string, token: string | number): string {
  if (typeof token === 'number') return `${parent}/${token}`;
  return `${parent}/${token.includes('~') || token.includes('/') ? token.replace(/~/g, '~0').replace(/\//g, '~1') : token}`;
}

/** The reference tokens of a JSON Pointer, unescaped. */
export function tokens(path: string): string[] {
  if (path === '') return [];
  return path
    .slice(1)
    .split('/')
    .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}
