let allowed: boolean | undefined;

/** Whether this platform lets code be made from text. Workers at the edge and strict content security policies don't. */
export function canGenerateCode(): boolean {
  if (allowed === undefined) {
    try {
      new Function('');
      allowed = true;
    } catch {
      allowed = false;
    }
  }
  return allowed;
}
