import type { Facet, Loss, Shape } from '../../ir/shape.js';
import { sendable } from '../../targets/patterns/index.js';
import type { TargetProfile } from '../../targets/profile.js';
import type { Context } from '../context.js';

/** `facets` holds what the target takes; every other constraint is left to hint and check. */
export function demoteFacets(shape: Shape, context: Context): Shape {
  if (!shape.facets || shape.facets.length === 0) return shape;
  const keepAll = context.options.openness === 'keep';
  const sent: Facet[] = [];
  const checked: Facet[] = [...(shape.checked ?? [])];
  const losses: Loss[] = [];
  for (const facet of shape.facets) {
    const form = sentForm(facet, shape, context.target, sent, keepAll);
    if (form) sent.push(form);
    if (form !== facet) checked.push(facet);
    else if (facet.wider && shape.kind === 'string')
      losses.push({
        path: facet.path,
        keyword: facet.keyword,
        note: `sent as the stricter format ${JSON.stringify(facet.value)}: values outside it can't be said`,
      });
  }
  const { facets: _f, checked: _c, ...rest } = shape;
  return {
    ...rest,
    ...(sent.length > 0 && { facets: sent }),
    ...(checked.length > 0 && { checked }),
    ...(losses.length > 0 && { losses: [...(shape.losses ?? []), ...losses] }),
  } as Shape;
}

/** The facet itself where the target takes it as it is, a weaker one where it takes that, or nothing. */
function sentForm(
  facet: Facet,
  shape: Shape,
  target: TargetProfile,
  sent: readonly Facet[],
  keepAll: boolean,
): Facet | undefined {
  const { keyword, value } = facet;
  const once = !sent.some((other) => other.keyword === keyword);
  switch (shape.kind) {
    case 'string':
      if (!(target.keywords.string.value as readonly string[]).includes(keyword) || !once) return undefined;
      if (keyword === 'pattern') return sendable(String(value), target.patterns.value, facet.flags) ? facet : undefined;
      if (keyword === 'format')
        return target.formats.value.includes(String(value)) && !(facet.wider && keepAll) ? facet : undefined;
      return facet;
    case 'number':
      return once && (target.keywords.number.value as readonly string[]).includes(keyword) ? facet : undefined;
    case 'array': {
      if (!once || !(target.keywords.array.value as readonly string[]).includes(keyword)) return undefined;
      if (keyword !== 'minItems' || target.minItems.value.includes(value as number)) return facet;
      const weaker = Math.max(0, ...target.minItems.value.filter((taken) => taken < (value as number)));
      return weaker > 0 ? { ...facet, value: weaker } : undefined;
    }
    default:
      return undefined;
  }
}
