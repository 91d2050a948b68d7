import { RE2JS } from 're2js';
import type { Matcher } from './index.js';
import { conjunction } from './lookahead.js';
import { translate } from './translate.js';

/** A matcher of linear time that agrees with JavaScript's; undefined where the pattern has what such an engine can't do. */
export function linearMatcher(source: string, unicode: boolean): Matcher | undefined {
  const parts = conjunction(source) ?? [{ source, negated: false }];
  const engines: { readonly engine: RE2JS; readonly negated: boolean }[] = [];
  for (const part of parts) {
    const translated = translate(part.source, unicode);
    if (translated === undefined) return undefined;
    try {
      engines.push({ engine: RE2JS.compile(translated), negated: part.negated });
    } catch {
      return undefined;
    }
  }
  return { test: (text) => engines.every(({ engine, negated }) => engine.test(text) !== negated) };
}
