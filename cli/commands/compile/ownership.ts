import { isRecord } from '../../../src/ir/json.js';

/** Whether a file was written by bascule: TypeScript says so in the comment at its top, JSON by its form. */
export function isOurs(file: string, text: string): boolean {
  if (!file.endsWith('.json')) return /^\uFEFF?(?:\/\/|\/\*)[^\n]*\bbascule\b/i.test(text);
  try {
    const value: unknown = JSON.parse(text);
    return (
      isRecord(value) &&
      typeof value.version === 'number' &&
      typeof value.fingerprint === 'string' &&
      isRecord(value.wire) &&
      isRecord(value.decoder)
    );
  } catch {
    return false;
  }
}

/** The fingerprint that an artifact states. */
export function fingerprintIn(text: string): string | undefined {
  return /\bfingerprint\b["']?(?:\s*:\s*string)?\s*[:=]?\s*["']?([0-9a-f]{64})/.exec(text)?.[1];
}
