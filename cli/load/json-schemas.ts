import { isRecord } from '../../src/ir/json.js';
import { pointer, tokens } from '../../src/ir/pointer.js';
import { Failure } from '../failure.js';
import { didYouMean } from '../nearest.js';
import { extract } from './extract.js';
import { type JsonText, type Position, readJson } from './json.js';
import { artifactName } from './names.js';
import { defines, described, isJsonSchema, mayBeSchema } from './recognise.js';

export interface JsonSource {
  /** How messages call it. */
  readonly shown: string;
  readonly file: string | undefined;
  readonly text: string;
  readonly fragment: string | undefined;
  readonly found: boolean;
  /** Name of the artifact unless the pointer gives another. */
  readonly word: string;
}

export interface JsonSchemaFound {
  readonly schema: unknown;
  readonly pointer: string;
  readonly name: string;
  locate(path: string): Position | undefined;
  /** The pointer into the document for one into the schema. */
  origin(path: string): string;
  readonly added: ReadonlySet<string>;
}

/** The schema that a JSON text holds at the fragment; none where a file that was merely found holds no schema. */
export function jsonSchema(source: JsonSource): JsonSchemaFound | undefined {
  const { shown, file, fragment, found } = source;
  const json = readJson(source.text, { shown, file, comments: /\.(?:jsonc|json5)$/i.test(file ?? '') });
  const at = pointerOf(json.value, fragment, source);
  const extracted = extract(json.value, at);
  if (extracted === undefined) {
    if (found) return undefined;
    throw nowhere(json.value, at, source);
  }
  const { schema, origin, added } = extracted;
  if (found && at === '' && !isJsonSchema(schema)) return undefined;
  if (typeof schema !== 'boolean' && !mayBeSchema(schema)) throw notSchema(schema, at, json, source);
  const last = tokens(at).at(-1);
  return {
    schema,
    pointer: at,
    name: artifactName(last ?? source.word),
    origin,
    added,
    locate: (path) => json.locate(origin(path)),
  };
}

function pointerOf(document: unknown, fragment: string | undefined, source: JsonSource): string {
  if (fragment === undefined || fragment === '') return '';
  const { shown, file } = source;
  if (!fragment.startsWith('/')) {
    const candidates = definitionsOf(document);
    const exact = candidates.find((path) => tokens(path).at(-1) === fragment);
    throw new Failure({
      code: 'bad-pointer',
      message: `"#${fragment}" is not a JSON Pointer, which is how a schema within ${shown} is addressed.`,
      help:
        exact === undefined
          ? `Start it with a slash, such as ${shown}#${candidates[0] ?? '/$defs/Name'}.`
          : `Did you mean ${shown}#${exact}?`,
      file,
    });
  }
  if (extract(document, fragment) !== undefined || !fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function nowhere(document: unknown, at: string, { shown, file }: JsonSource): Failure {
  let node = document;
  let path = '';
  for (const token of tokens(at)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) {
      const keys = typeof node === 'object' && node !== null ? Object.keys(node) : [];
      const there =
        keys.length === 0 ? 'nothing is below that' : `there are ${keys.slice(0, 12).join(', ')}${keys.length > 12 ? ', …' : ''}`;
      return new Failure({
        code: 'bad-pointer',
        message: `${shown} has nothing at ${at}: ${path === '' ? 'the root' : path} has no "${token}" (${there}).`,
        help: didYouMean(token, keys, 'Correct the pointer after the #; write ~1 for a slash and ~0 for a tilde within a name.'),
        file,
      });
    }
    node = (node as Record<string, unknown>)[token];
    path = pointer(path, token);
  }
  throw new Error(`the pointer ${at} was found after all`);
}

function notSchema(value: unknown, at: string, json: JsonText, { shown, file }: JsonSource): Failure {
  const position = json.locate(at);
  const inside = definitionsOf(value).map((path) => at + path);
  const what = defines(value)
    ? 'only definitions, and nothing that would refer to them'
    : isRecord(value)
      ? 'an object without a single keyword of JSON Schema'
      : described(value);
  return new Failure({
    code: 'not-a-schema',
    message: `${shown}${at === '' ? '' : `#${at}`} holds ${what}${defines(value) ? '' : ', not a JSON Schema'}.`,
    help:
      inside.length > 0
        ? `It has schemas within: address one, such as ${shown}#${inside[0]}.`
        : 'A JSON Schema is an object such as { "type": "object", "properties": { … } }, or true or false.',
    file,
    ...position,
  });
}

/** Where documents keep the schemas they define. */
function definitionsOf(document: unknown): string[] {
  return ['/$defs', '/definitions', '/components/schemas', '/schemas'].flatMap((base) => {
    const node = tokens(base).reduce<unknown>((value, token) => (isRecord(value) ? value[token] : undefined), document);
    return isRecord(node) ? Object.keys(node).map((name) => pointer(base, name)) : [];
  });
}
