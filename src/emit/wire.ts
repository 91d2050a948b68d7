import { accepts } from '../answer/accepts.js';
import type { Lowered } from '../answer/lowered.js';
import type { JsonSchema } from '../compiled.js';
import { isPlain } from '../ir/disjoint.js';
import { type Json, setOwn } from '../ir/json.js';
import type { Facet, LiteralShape, ObjectShape, Shape, UnionShape } from '../ir/shape.js';
import type { TargetProfile } from '../targets/profile.js';
import { join, wordsOf, wordsOfProperty } from './words.js';

/** Projects a lowered document to the JSON Schema that is sent. */
export function emitWire(lowered: Lowered, target: TargetProfile): JsonSchema {
  const emitter = new Emitter(lowered, target);
  const schema = emitter.node(lowered.document.root);
  if (lowered.document.definitions.size === 0) return schema;
  const definitions: JsonSchema = {};
  for (const [name, shape] of lowered.document.definitions) setOwn(definitions, name, emitter.node(shape));
  return { ...schema, $defs: definitions };
}

const NINE = 57;

class Emitter {
  readonly #lowered: Lowered;
  readonly #target: TargetProfile;
  readonly #plain = new Map<string, boolean>();

  constructor(lowered: Lowered, target: TargetProfile) {
    this.#lowered = lowered;
    this.#target = target;
  }

  /** `outer`: the coded node whose wire form the shape is; it says the words and the title. */
  node(shape: Shape, inherited: readonly string[] = [], title = shape.notes?.title, outer?: Shape): JsonSchema {
    const words =
      shape.kind === 'coded' || shape.checked || shape.notes?.description || inherited.length > 0
        ? wordsOf(shape, inherited)
        : inherited;
    if (shape.kind === 'coded') {
      const stated = this.#defaultWords(shape);
      return this.node(shape.wire, stated ? [...words, stated] : words, title ?? shape.wire.notes?.title, shape);
    }
    if (shape.kind === 'ref') return { $ref: `#/$defs/${shape.name.replace(/~/g, '~0').replace(/\//g, '~1')}` };
    const schema: JsonSchema = {};
    if (title !== undefined) schema.title = title;
    const description = words.length === 0 ? undefined : join(words);
    if (description !== undefined) schema.description = description;
    this.#body(shape, schema, outer);
    if (shape.notes) this.#annotate(shape, schema);
    return this.#taken(schema);
  }

  /** The node without the annotations that the target does not take there. */
  #taken(schema: JsonSchema): JsonSchema {
    const taken = schema.anyOf ? this.#target.besideUnion.value : this.#target.keywords.annotations.value;
    for (const keyword of ['title', 'description'] as const)
      if (keyword in schema && !taken.includes(keyword)) delete schema[keyword];
    return schema;
  }

  #body(shape: Shape, schema: JsonSchema, outer: Shape | undefined): void {
    switch (shape.kind) {
      case 'null':
      case 'boolean':
        schema.type = shape.kind;
        return;
      case 'string':
        schema.type = 'string';
        break;
      case 'number':
        schema.type = shape.integer ? 'integer' : 'number';
        break;
      case 'literal':
        literal(shape, schema);
        return;
      case 'array':
        schema.type = 'array';
        schema.items = this.node(shape.items);
        break;
      case 'object':
        this.#object(shape, schema, outer);
        return;
      case 'union':
        this.#union(shape, schema);
        return;
      default:
        throw new TypeError(`a ${shape.kind} shape is left at ${shape.path}`);
    }
    if (shape.facets) for (const facet of inOrder(shape.facets)) schema[facet.keyword] = facet.value as Json;
  }

  #object(shape: ObjectShape, schema: JsonSchema, outer: Shape | undefined): void {
    schema.type = 'object';
    const properties: JsonSchema = {};
    const required: string[] = [];
    let indexed = false;
    for (const property of shape.properties) {
      if (property.required) required.push(property.key);
      // JavaScript moves keys that look like an index to the front.
      if (property.key.charCodeAt(0) <= NINE) indexed = true;
      const node = this.node(property.shape);
      setOwn(properties, property.key, outer ? this.#taken(told(node, wordsOfProperty(outer, property))) : node);
    }
    schema.properties = properties;
    schema.required = indexed ? Object.keys(properties).filter((key) => required.includes(key)) : required;
    schema.additionalProperties = false;
  }

  #union(shape: UnionShape, schema: JsonSchema): void {
    const options = distinct(shape.options.map((option) => this.node(option)).flatMap(within));
    const only =
      options.length === 1
        ? options[0]
        : ((this.#target.typeLists.value ? typeList(options) : undefined) ?? enumeration(options, this.#target));
    if (only) Object.assign(schema, { ...only, ...schema });
    else schema.anyOf = options;
  }

  /** `default` and `examples` are sent where they mean the same on the wire. */
  #annotate(shape: Shape, schema: JsonSchema): void {
    const { notes } = shape;
    if (notes?.default === undefined && notes?.examples === undefined) return;
    if (!isPlain(shape, (name) => this.#lowered.resolve(name), this.#plain)) return;
    const taken =
      shape.kind === 'union' && !('type' in schema) ? this.#target.besideUnion.value : this.#target.keywords.annotations.value;
    if (notes.default !== undefined && taken.includes('default') && accepts(shape, notes.default, this.#lowered, false))
      schema.default = notes.default;
    if (notes.examples !== undefined && taken.includes('examples')) {
      const examples = notes.examples.filter((example) => accepts(shape, example, this.#lowered, false));
      if (examples.length > 0) schema.examples = examples as Json[];
    }
  }

  #defaultWords(shape: Shape): string | undefined {
    if (shape.notes?.default === undefined) return undefined;
    const text = JSON.stringify(shape.notes.default);
    return text.length <= 80 ? `Default: ${text}.` : undefined;
  }
}

/** The node with words after those that it has already. A default that is sent needs no words. */
function told(schema: JsonSchema, words: readonly string[]): JsonSchema {
  if (words.length === 0 || '$ref' in schema) return schema;
  if ('default' in schema && words.every((word) => word.startsWith('Default:'))) return schema;
  const { title, description: own, ...rest } = schema;
  const description = join([...(typeof own === 'string' ? [own] : []), ...words]) as string;
  return { ...(title !== undefined && { title }), description, ...rest };
}

function literal(shape: LiteralShape, schema: JsonSchema): void {
  const { values } = shape;
  const types = new Set(values.map((value) => (value === null ? 'null' : typeof value === 'number' ? 'number' : typeof value)));
  if (types.size === 1) {
    const [type] = types;
    schema.type = type === 'number' && values.every((value) => Number.isInteger(value)) ? 'integer' : (type as string);
  }
  if (values.length === 1) schema.const = values[0] as Json;
  else schema.enum = [...values];
}

/** A union that says nothing of its own is its options. */
function within(option: JsonSchema): readonly JsonSchema[] {
  if (Object.keys(option).length !== 1) return [option];
  if (Array.isArray(option.anyOf)) return option.anyOf as JsonSchema[];
  return Array.isArray(option.type) ? option.type.map((type) => ({ type })) : [option];
}

function distinct(options: readonly JsonSchema[]): JsonSchema[] {
  const seen = new Set<string>();
  return options.filter((option) => {
    const text = JSON.stringify(option);
    return !seen.has(text) && seen.add(text);
  });
}

const SCALARS = new Set<unknown>(['string', 'boolean', 'null', 'number', 'integer']);

/** Options that are nothing but scalar types, as one list of types. */
function typeList(options: readonly JsonSchema[]): JsonSchema | undefined {
  if (!options.every((option) => Object.keys(option).length === 1 && SCALARS.has(option.type))) return undefined;
  const types = options.map((option) => option.type as string);
  const listed = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  return { type: listed.length === 1 ? (listed[0] as string) : listed };
}

/** Options that are nothing but literals and null, as one enumeration. */
function enumeration(options: readonly JsonSchema[], target: TargetProfile): JsonSchema | undefined {
  const values: Json[] = [];
  let literals = 0;
  for (const option of options) {
    const keys = Object.keys(option).filter((key) => key !== 'type');
    if (keys.length === 0 && option.type === 'null') values.push(null);
    else if (keys.length === 1 && (keys[0] === 'const' || keys[0] === 'enum')) {
      literals++;
      values.push(...(keys[0] === 'const' ? [option.const as Json] : (option.enum as Json[])));
    } else return undefined;
  }
  const schema: JsonSchema = {};
  literal({ kind: 'literal', path: '', values: [...new Set(values)] }, schema);
  if (literals === 0 || (schema.type === undefined && !target.mixedEnum.value) || values.length > target.limits.enumValues.value)
    return undefined;
  return schema;
}

/** A format after a pattern, whichever was stated first, so that the same constraints are the same bytes. */
function inOrder(facets: readonly Facet[]): readonly Facet[] {
  const format = facets.findIndex(({ keyword }) => keyword === 'format');
  if (format < 0 || format === facets.length - 1) return facets;
  return [...facets.slice(0, format), ...facets.slice(format + 1), facets[format] as Facet];
}
