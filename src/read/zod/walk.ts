import type { Document, Facet, Shape } from '../../ir/shape.js';
import type { Code, Findings, Occurrence, ReadOptions } from '../source.js';
import { readChecks } from './checks.js';
import { codeOf } from './code.js';
import { Names, typeName } from './names.js';
import { annotate, metaOf } from './notes.js';
import { OWN_CHECKS, READERS } from './registry.js';
import { type Def, type Place, RELAXED, type Reader, type Schema, type TypeName, type Walk } from './schema.js';
import { type Survey, survey } from './survey.js';
import { thrownWords } from './thrown.js';

/** Reads a schema and all it leads to; what went wrong is in the findings, and a shape that admits nothing in its place. */
export class SchemaWalk implements Walk {
  readonly noted: Occurrence[] = [];
  /** Every schema that was built, with the path it was built at. */
  readonly built: { readonly schema: Schema; readonly path: string }[] = [];
  readonly #definitions = new Map<string, Shape>();
  readonly #names = new Names();
  /** The name of each shared definition, for each way of reading it. */
  readonly #named: Map<unknown, string>[] = [];
  readonly #findings: Findings;
  readonly #maxDepth: number;
  #survey: Survey = { shared: new Map(), endless: new Set() };
  #depth = 0;
  /** Set once the schema proves too deep: it may be endless in more directions than one. */
  #stopped = false;

  constructor(findings: Findings, options: ReadOptions) {
    this.#findings = findings;
    this.#maxDepth = options.maxDepth;
  }

  readDocument(root: Schema): Document {
    this.#survey = survey(root, this.#maxDepth);
    return { root: this.read(root, '', '', 0), definitions: this.#definitions };
  }

  read(schema: Schema, path: string, key: string, mode: number): Shape {
    if (this.#stopped) return nothing(path);
    if (this.#depth >= this.#maxDepth) return this.#tooDeep(path);
    this.#depth++;
    try {
      const origin = this.#survey.shared.get(schema._zod.def);
      return origin ? this.#refer(schema, origin, path, key, mode) : this.#build(schema, { schema, path, key, mode, walk: this });
    } catch (error) {
      return error instanceof RangeError ? this.#tooDeep(path) : this.#codeThrew(path, error);
    } finally {
      this.#depth--;
    }
  }

  code(): readonly Code[] {
    return this.built.flatMap(({ schema, path }) => codeOf(schema, path) ?? []);
  }

  refuse(path: string, what: string, help: string): Shape {
    this.#findings.report({
      code: 'unsupported-type',
      severity: 'error',
      path,
      message: `${what}, so no answer of the model could ever satisfy this schema.`,
      help,
    });
    return nothing(path);
  }

  note(occurrence: Occurrence): void {
    this.noted.push(occurrence);
  }

  #build(schema: Schema, place: Place): Shape {
    const def = schema._zod.def as Def<TypeName>;
    const reader = READERS[def.type] as Reader<TypeName> | undefined;
    if (!reader)
      return this.refuse(
        place.path,
        `The type ${JSON.stringify(def.type)} is not known here`,
        'Use a type that bascule reads, or z.codec() with such a type as input.',
      );
    this.built.push({ schema, path: place.path });
    let shape = reader(def, place);
    if (def.checks && def.checks.length > 0 && !OWN_CHECKS.has(def.type))
      shape = withFacets(shape, readChecks({ checks: def.checks }, place.path, 'other').facets);
    const meta = metaOf(schema);
    return meta === undefined ? shape : annotate(shape, schema, meta, (occurrence) => this.note(occurrence));
  }

  /** A definition is read where it is first met, and keeps that path. */
  #refer(schema: Schema, origin: Schema, path: string, key: string, mode: number): Shape {
    const { def } = schema._zod;
    if (this.#survey.endless.has(def)) return this.#endless(path);
    const reading = readingOf(def as Def<TypeName>, mode);
    this.#named[reading] ??= new Map();
    const named = this.#named[reading];
    let name = named.get(def);
    if (name === undefined) {
      name = this.#names.take(typeName(idOf(schema) ?? idOf(origin) ?? key));
      named.set(def, name);
      // Holds the place in the order of definitions while it is being read.
      this.#definitions.set(name, nothing(path));
      this.#definitions.set(name, this.#build(origin, { schema: origin, path, key, mode: reading, walk: this }));
    }
    const shape: Shape = { kind: 'ref', path, name };
    const meta = schema === origin ? undefined : metaOf(schema);
    return meta === undefined ? shape : annotate(shape, schema, meta, (occurrence) => this.note(occurrence));
  }

  #tooDeep(path: string): Shape {
    if (!this.#stopped) {
      this.#stopped = true;
      this.#findings.report({
        code: 'too-deep',
        severity: 'error',
        path: path.length > 200 ? `${path.slice(0, path.indexOf('/', 150))}/…` : path,
        message: `The schema is nested more than ${this.#maxDepth} levels deep, or makes a new schema each time it is asked for its parts.`,
        help: 'Let z.lazy() and getters return one schema that is made once, flatten the schema, or raise the option `maxDepth`.',
      });
    }
    return nothing(path);
  }

  #endless(path: string): Shape {
    this.#findings.report({
      code: 'endless-reference',
      severity: 'error',
      path,
      message: 'The schema refers to itself with no object or array in between, so reading a value would never end.',
      help: 'Put the recursive part into a property or an array.',
    });
    return nothing(path);
  }

  #codeThrew(path: string, error: unknown): Shape {
    this.#findings.report({
      code: 'user-code-threw',
      severity: 'error',
      path,
      message: `Asking the schema for its parts threw an error: ${thrownWords(error)}`,
      help: 'Mend the getter or the z.lazy() function there; a schema used before its declaration is a common cause.',
    });
    return nothing(path);
  }
}

/** The ways of reading that make a difference to this type; the others would only multiply definitions. */
function readingOf(def: Def<TypeName>, mode: number): number {
  switch (def.type) {
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? mode & RELAXED : 0;
    case 'record':
      return mode & RELAXED;
    case 'union':
      return mode;
    default:
      return 0;
  }
}

function idOf(schema: Schema): string | undefined {
  const id = metaOf(schema)?.id;
  return typeof id === 'string' ? id : undefined;
}

function withFacets(shape: Shape, facets: readonly Facet[]): Shape {
  return facets.length === 0 ? shape : { ...shape, facets: [...(shape.facets ?? []), ...facets] };
}

function nothing(path: string): Shape {
  return { kind: 'never', path, reason: 'it could not be read' };
}
