import { Likeness } from '../../ir/alike.js';
import { closedObject, freeName, listOf, recode } from '../../ir/recode.js';
import type { Document, Property, Shape, UnionShape } from '../../ir/shape.js';
import type { Context } from '../context.js';
import { groupLists } from './groups.js';
import { optionNames } from './option-names.js';

/** Pass: optionals and unions travel as the plan says, so that the limits are met. */
export function fitBudget(document: Document, context: Context): Document {
  const { optionals, unions } = context.choose(document, context);
  if (optionals.size === 0 && unions.size === 0) return document;
  const taken = new RegExp(context.target.propertyName.value);
  const likeness = new Likeness({ resolve: (name) => document.definitions.get(name), pins: context.pins });
  const walkDocument = (shape: Shape): Shape => {
    if (shape.kind === 'union') {
      const rebuilt = mapUnion(shape, walkDocument);
      return unions.has(shape) ? inLists(rebuilt, taken) : rebuilt;
    }
    if (shape.kind === 'object') {
      const grouped: Property[] = [];
      const properties = shape.properties.flatMap((property): Property | [] => {
        const inner = walkDocument(property.shape);
        const absence = optionals.get(property);
        if (absence === 'entries') {
          grouped.push({ ...property, shape: inner });
          return [];
        }
        if (absence === undefined) return inner === property.shape ? property : { ...property, shape: inner };
        return { ...property, absence, shape: absence === 'list' ? listOf(inner.path, inner) : withNull(inner) };
      });
      return {
        ...shape,
        properties:
          grouped.length === 0
            ? properties
            : [...properties, ...groupLists(shape, grouped, likeness, context.target.limits.enumValues.value)],
      };
    }
    return mapOther(shape, walkDocument);
  };
  const definitions = new Map<string, Shape>();
  for (const [name, shape] of document.definitions) definitions.set(name, walkDocument(shape));
  return { root: walkDocument(document.root), definitions };
}

function mapUnion(shape: UnionShape, walk: (shape: Shape) => Shape): UnionShape {
  return { ...shape, options: shape.options.map(walk) };
}

function mapOther(shape: Shape, walk: (shape: Shape) => Shape): Shape {
  if (shape.kind === 'array') return { ...shape, prefix: shape.prefix.map(walk), items: walk(shape.items) };
  return shape.kind === 'coded' ? { ...shape, wire: walk(shape.wire) } : shape;
}

/** The shape or null; the null means that the property is absent. */
function withNull(shape: Shape): Shape {
  const nothing: Shape = { kind: 'null', path: shape.path };
  if (shape.kind === 'union') return { ...shape, options: [...shape.options, nothing] };
  const { notes, ...rest } = shape;
  return { kind: 'union', path: shape.path, options: [rest as Shape, nothing], ...(notes && { notes }) };
}

/** One list an option, of which exactly one holds the value; a single option beside null is one list of 0 or 1. */
function inLists(shape: UnionShape, taken: RegExp): Shape {
  const { path } = shape;
  const nothing = shape.options.findIndex((option) => option.kind === 'null');
  const others = shape.options.filter((_, index) => index !== nothing);
  if (nothing >= 0 && others.length === 1) return recode(shape, 'maybe', {}, listOf(path, others[0] as Shape));
  const names = optionNames(others, (name) => taken.test(name));
  const used: string[] = [];
  for (const name of names) used.push(freeName(name, (candidate) => used.includes(candidate)));
  const wire = closedObject(
    path,
    others.map((option, index) => [used[index] as string, listOf(path, option)] as const),
  );
  return recode(shape, 'lists', { names: used, nothing: nothing >= 0 }, wire);
}
