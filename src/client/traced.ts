import type { Field } from '../codecs/fields.js';
import { pointer } from '../ir/pointer.js';
import type { ArrayShape, CodedShape, Document, Shape } from '../ir/shape.js';

type Trace = (shape: Shape, key: string) => Shape;

/**
 * A lowered document that knows no paths, such as that of a generated module, with those that a JSON Schema of the source's form has:
 * what its codecs say of the way there and back says it.
 */
export function traced({ root, definitions }: Document): Document {
  return {
    root: trace(root, ''),
    definitions: new Map([...definitions].map(([name, shape]) => [name, trace(shape, pointer('/$defs', name))])),
  };
}

function trace(shape: Shape, path: string): Shape {
  switch (shape.kind) {
    case 'coded':
      return { ...placed(shape, path), wire: CODECS[shape.codec]?.(shape, path) ?? trace(shape.wire, path) };
    case 'object':
      return keyed(shape, path, (value, key) => trace(value, pointer(`${path}/properties`, key)));
    case 'array':
      return listed(shape, path, `${path}/items`);
    case 'union':
      return { ...placed(shape, path), options: shape.options.map((option, index) => trace(option, `${path}/anyOf/${index}`)) };
    default:
      return placed(shape, path);
  }
}

const entries = ({ wire }: CodedShape, path: string) => entryList(wire, path, `${path}/additionalProperties`);
/** What a codec wraps into an object of its own, as `value`. */
const within = ({ wire }: CodedShape, path: string) => keyed(wire, path, (value) => trace(value, path));

/** The wire forms that do not stand where the source's do. */
const CODECS: Readonly<Record<string, (shape: CodedShape, path: string) => Shape>> = {
  entries,
  map: entries,
  fields,
  wrap: within,
  tagged: within,
  node: (shape, path) => ('value' in (shape.argument as object) ? within(shape, path) : trace(shape.wire, path)),
  table: ({ wire }, path) => keyed(wire, path, (value) => listed(value, path, path)),
  maybe: ({ wire }, path) => listed(wire, path, path),
  lists: ({ wire }, path) => {
    const keys = wire.kind === 'object' ? wire.properties.map(({ key }) => key) : [];
    return keyed(wire, path, (value, key) => listed(value, path, `${path}/anyOf/${keys.indexOf(key)}`));
  },
  tuple: ({ wire }, path) =>
    keyed(wire, path, (value, key) =>
      key === 'rest' ? listed(value, path, `${path}/items`) : trace(value, `${path}/prefixItems/${key.replace('item', '')}`),
    ),
};

function fields({ wire, argument }: CodedShape, path: string): Shape {
  const own = new Map((argument as { fields?: Field[] }).fields?.map((field) => [field.key, field]));
  return keyed(wire, path, (value, key) => {
    const { name = key, role, members = [], absence } = own.get(key) ?? { key };
    const at = pointer(`${path}/properties`, name);
    if (role === 'id') return trace(value, path);
    if (role === 'entries') return entryList(value, path, `${path}/additionalProperties`);
    const [first = key, ...others] = members.map((member) => pointer(`${path}/properties`, member));
    if (role === 'group') return entryList(value, path, first, others);
    if (absence === 'list') return listed(value, at, at);
    const whole = trace(value, at);
    return absence === 'null' && whole.kind === 'union' && whole.options.length === 2
      ? { ...whole, options: whole.options.map((option) => trace(option, at)) }
      : whole;
  });
}

/** A list of `{key, value}`. */
function entryList(list: Shape, path: string, valueAt: string, also: readonly string[] = []): Shape {
  const items = (list as ArrayShape).items;
  const entry = keyed(items, path, (value, key) => {
    if (key !== 'value') return trace(value, path);
    const found = trace(value, valueAt);
    return also.length > 0 ? { ...found, also } : found;
  });
  return { ...placed(list as ArrayShape, path), items: entry };
}

function listed(list: Shape, path: string, itemsAt: string): Shape {
  return list.kind === 'array' ? { ...placed(list, path), items: trace(list.items, itemsAt) } : trace(list, path);
}

function keyed(object: Shape, path: string, value: Trace): Shape {
  if (object.kind !== 'object') return trace(object, path);
  const properties = object.properties.map((property) => ({ ...property, shape: value(property.shape, property.key) }));
  return { ...placed(object, path), properties };
}

function placed<Node extends Shape>(shape: Node, path: string): Node {
  return { ...shape, path, ...(shape.facets && { facets: shape.facets.map((facet) => ({ ...facet, path })) }) };
}
