import { accepts } from '../answer/accepts.js';
import type { Lowered } from '../answer/lowered.js';
import type { JsonSchema } from '../compiled.js';
import { isPlain } from '../ir/disjoint.js';
import { type Json, setOwn } from '../ir/json.js';
import type { Facet, ObjectShape, Shape, UnionShape } from '../ir/shape.js';
import type { TargetProfile } from '../targets/profile.js';
import { emitLiteral } from './wire-literal.js';
import { emitUnion } from './wire-union.js';
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
        Object.assign(schema, emitLiteral(shape.values));
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
    const union = emitUnion(
      shape.options.map((option) => this.node(option)),
      this.#target,
    );
    Object.assign(schema, { ...union, ...schema });
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

/** A format after a pattern, whichever was stated first, so that the same constraints are the same bytes. */
function inOrder(facets: readonly Facet[]): readonly Facet[] {
  const format = facets.findIndex(({ keyword }) => keyword === 'format');
  if (format < 0 || format === facets.length - 1) return facets;
  return [...facets.slice(0, format), ...facets.slice(format + 1), facets[format] as Facet];
}
