import type { Compiled } from '../compiled.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { eachChild } from '../ir/children.js';
import type { Document, Shape } from '../ir/shape.js';
import type { TargetProfile } from '../targets/profile.js';
import type { About, Hit, Level, Place, Rule, Subject } from './rule.js';
import { rules } from './rules/index.js';

/** What a rule found, at the level that holds for it. */
export interface LintFinding extends Hit {
  readonly rule: string;
  readonly severity: Exclude<Level, 'off'>;
}

export type Levels = { readonly [rule: string]: Level };

/** A schema as rules see it. */
export function subjectOf(compiled: Compiled | undefined, diagnostics: readonly Diagnostic[], target: TargetProfile): Subject {
  return { compiled, diagnostics, target, places: compiled ? placesOf(compiled.source.document) : [] };
}

/** Everything that the rules find in a schema, in the order of the rules. */
export function lint(subject: Subject, levels: Levels = {}, asked: readonly Rule[] = rules): readonly LintFinding[] {
  return asked.flatMap((rule) => {
    const severity = levelOf(rule, levels);
    return severity === 'off' ? [] : [...rule.check(subject)].map((hit) => ({ rule: rule.id, severity, ...hit }));
  });
}

/** The level that is set for a rule, or its own. */
export function levelOf({ id, level }: About, levels: Levels): Level {
  return (Object.hasOwn(levels, id) ? levels[id] : undefined) ?? level;
}

function placesOf({ root, definitions }: Document): readonly Place[] {
  const places: Place[] = [];
  const seen = new Set<string>();
  const walk = (shape: Shape, key: string | undefined, required: boolean): void => {
    // What is wrapped or merged stands at the same path: it is told once.
    const at = `${shape.kind} ${shape.path}`;
    if (!seen.has(at)) places.push({ path: shape.path, shape, key, required });
    seen.add(at);
    if (shape.kind === 'object') {
      for (const property of shape.properties) walk(property.shape, property.key, property.required);
      // What may stand in places that nobody spoke of is no place.
      const others = [...shape.patterns.map((entry) => entry.shape), ...(shape.branches ?? [])];
      for (const child of shape.openness === 'explicit' ? [...others, shape.rest] : others) walk(child, undefined, true);
    } else if (shape.kind === 'array') {
      for (const child of shape.open ? shape.prefix : [...shape.prefix, shape.items]) walk(child, undefined, true);
    } else eachChild(shape, (child) => walk(child, undefined, true));
  };
  walk(root, undefined, true);
  for (const shape of definitions.values()) walk(shape, undefined, true);
  return places;
}
