import standaloneCode from 'ajv/dist/standalone/index.js';
import { compileAjv } from './ajv.js';
import type { Dialect } from './dialect.js';
import { prepare } from './prepare.js';
import { traitsOf } from './schema-traits.js';

/** What Ajv's code asks for with `require`, and where `bascule/standalone` has it. */
const PROVIDED: readonly (readonly [string, string])[] = [
  ['require("ajv/dist/runtime/ucs2length").default', 'standalone.codePoints'],
];

/**
 * Source text of an ES module that checks values against a JSON Schema without generating code: it declares `finish(value)`, which gives a `Finished`.
 * With `embedded` the text exports nothing and may stand at the end of another module: `finish` can be referred to from anywhere in it.
 */
export function standaloneCheck(
  schema: unknown,
  dialect: Dialect,
  options: { readonly embedded?: boolean; readonly maxDepth?: number } = {},
): string {
  const prepared = prepare(schema, dialect);
  const generated = traitsOf(prepared).recursive ? undefined : generate(prepared, dialect);
  const settings = [generated && `check: ${generated.name}`, options.maxDepth !== undefined && `maxDepth: ${options.maxDepth}`]
    .filter(Boolean)
    .join(', ');
  return `import * as standalone from 'bascule/standalone';
${generated?.code ?? ''}
let finishing;
/** Checks a value against the source schema. */
${options.embedded ? '' : 'export '}function finish(value, isJson) {
  finishing ??= standalone.finisher(JSON.parse(${quote(JSON.stringify(prepared))}), ${quote(dialect)}, { ${settings} });
  return finishing(value, isJson);
}
`;
}

function generate(prepared: unknown, dialect: Dialect): { readonly code: string; readonly name: string } | undefined {
  const compiled = compileAjv(prepared, dialect, { code: { source: true, lines: true } });
  if (compiled === undefined) return undefined;
  const [, name = '', text = ''] =
    /^"use strict";\nmodule\.exports = (\w+);\nmodule\.exports\.default = \w+;\n(.*)$/s.exec(
      standaloneCode.default(compiled.ajv, compiled.validate),
    ) ?? [];
  const read = new Set(text.match(/\bschema\d+\b(?! = )/g));
  // Ajv spells out every schema, once for each reference to it, although nothing but error messages would read them.
  const code = text
    .split('\n')
    .filter((line) => read.has(/^const (schema\d+) = /.exec(line)?.[1] ?? '') || !line.startsWith('const schema'))
    .map(provided)
    .join('\n');
  // Ajv would ask for something that is not provided.
  if (name === '' || /^const \w+ = require\(/m.test(code)) return undefined;
  return { code: harmless(code), name };
}

/** Lines that start so are code: a text never spans lines. */
function provided(line: string): string {
  for (const [asked, given] of PROVIDED) {
    const at = line.indexOf(` = ${asked}`);
    if (at > 0 && /^const \w+$/.test(line.slice(0, at)))
      return `${line.slice(0, at)} = ${given}${line.slice(at + 3 + asked.length)}`;
  }
  return line;
}

/** No text in the code looks like markup to an HTML page that holds it. */
function harmless(code: string): string {
  return code.replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replace(/<(?=[/!])/g, '\\u003c'));
}

function quote(text: string): string {
  return harmless(JSON.stringify(text).replace(/[\u2028\u2029]/g, (char) => (char === '\u2028' ? '\\u2028' : '\\u2029')));
}
