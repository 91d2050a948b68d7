/** Whether a text may be stored: `true`, or the reason why not, which the model is told. */
export type Screen = (
  text: string,
  command: string,
) => true | { readonly deny: string } | Promise<true | { readonly deny: string }>;

/** What of each command of the memory tool would be stored (documented: tool-use/memory-tool). */
const STORED: Readonly<Record<string, readonly string[]>> = {
  create: ['path', 'file_text'],
  str_replace: ['new_str'],
  insert: ['insert_text'],
  rename: ['new_path'],
};

/**
 * Handlers of the memory tool that screen what is about to be stored, in front of those given: `betaMemoryTool(screened(handlers, check))`.
 * A denied command throws, so the model is told why.
 */
export function screened<Handlers extends object>(handlers: Handlers, check: Screen): Handlers {
  for (const [given, name, kind] of [
    [handlers, 'handlers', 'object'],
    [check, 'check', 'function'],
  ] as const)
    if (typeof given !== kind || given === null)
      throw new TypeError(`\`screened\` takes the handlers of the memory tool and a check, but \`${name}\` is no ${kind}.`);
  return new Proxy(handlers, {
    get(target, name) {
      const handler: unknown = Reflect.get(target, name, target);
      if (typeof handler !== 'function') return handler;
      const fields = typeof name === 'string' && Object.hasOwn(STORED, name) ? (STORED[name] as readonly string[]) : [];
      return async (command: Readonly<Record<string, unknown>>) => {
        for (const field of fields) {
          const given = command?.[field];
          if (given === undefined || given === null) continue;
          const answer: unknown = await check(typeof given === 'string' ? given : JSON.stringify(given), String(name));
          if (answer === true) continue;
          const { deny } = (answer ?? {}) as { readonly deny?: unknown };
          throw new Error(typeof deny === 'string' ? `Not stored. ${deny}` : 'Not stored.');
        }
        return handler.call(target, command);
      };
    },
  });
}

const SIGNS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(?:sk|pk|rk)[-_](?:ant-|live_|test_)?[A-Za-z0-9_-]{16,}/, 'an API key'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_[A-Za-z0-9_]{30,}/, 'a token of GitHub'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/, 'a JSON Web Token'],
  [/\b(?:password|passwd|secret|token|api[_-]?key)\s*[:=]\s*\S{6,}/i, 'a secret'],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/, 'an e-mail address'],
  [/(?<![\w.])\+\d{1,3}[ -]?(?:\(?\d{1,4}\)?[ -]?){2,5}\d{2,4}(?!\w)/, 'a phone number'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/, 'an IBAN'],
  [/\b\d{3}-\d{2}-\d{4}\b/, 'a social security number'],
];

/**
 * A check for `screened`: denies what looks like a secret or like personal data. It knows common forms only, and is no guarantee:
 * names, addresses and health are not recognised.
 */
export function secretsAndPersonalData(text: string): true | { readonly deny: string } {
  const sign = SIGNS.find(([pattern]) => pattern.test(text))?.[1] ?? (hasCardNumber(text) ? 'a card number' : undefined);
  return sign === undefined ? true : { deny: `It seems to hold ${sign}. Store it without.` };
}

/** 13 to 19 digits whose last one is right (Luhn). */
function hasCardNumber(text: string): boolean {
  return (text.match(/(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/g) ?? []).some((found) => {
    const digits = [...found.replace(/\D/g, '')].reverse().map(Number);
    const sum = digits.reduce(
      (total, digit, index) => total + (index % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit),
      0,
    );
    return sum % 10 === 0;
  });
}
