import type { Compiled } from '../compiled.js';
import { standaloneCheck } from '../finish/json-schema/standalone.js';
import { canonicalOf } from './canonical.js';
import type { ModuleOptions } from './module.js';
import { quote } from './text.js';
import { typeDeclarations } from './types.js';

/** How a generated module comes by its types and by the schema that finishes. */
export interface ModuleSource {
  /** Whether TypeScript must not look at the code in the file. */
  readonly unchecked: boolean;
  /** Names imported from `bascule/runtime`. */
  readonly runtime: readonly string[];
  readonly imports: string;
  readonly types: string;
  /** The expression that `load` finishes with. */
  readonly finisher: string;
  /** Code that stands at the end of the module. */
  readonly code: string;
}

/** What the dialect of a source brings into the module; `name` names the types. */
export function moduleSource(compiled: Compiled, about: ModuleOptions, name: string): ModuleSource {
  const { dialect, madeBy } = compiled.source;
  if (dialect === 'json-schema') return standalone(compiled, name);
  if (!about.import)
    throw new TypeError(`a module for a schema of the dialect ${dialect} imports the schema, so \`import\` is needed`);
  const library = dialect === 'zod' ? zod : dialect === 'standard' ? standard : madeBy === 'typebox' ? typebox : typebox0;
  return {
    unchecked: false,
    runtime: library.runtime,
    imports: `${library.imports}import ${clause(about.import.export)} from ${quote(about.import.from)};\n`,
    types: `export type ${name} = ${library.output};\n\nexport type ${name}Input = ${library.input};\n`,
    finisher: library.finisher,
    code: '',
  };
}

function clause(exported: string): string {
  if (exported === 'default') return 'schema';
  if (exported === 'schema') return '{ schema }';
  return `{ ${/^[A-Za-z_$][\w$]*$/.test(exported) ? exported : quote(exported)} as schema }`;
}

interface Library {
  readonly runtime: readonly string[];
  readonly imports: string;
  readonly input: string;
  readonly output: string;
  readonly finisher: string;
}

const zod: Library = {
  runtime: ['zodFinisher'],
  imports: "import type { z } from 'zod';\n",
  input: 'z.input<typeof schema>',
  output: 'z.output<typeof schema>',
  finisher: 'zodFinisher(schema)',
};

const standard: Library = {
  runtime: ['standardFinisher'],
  imports: '',
  input: "NonNullable<(typeof schema)['~standard']['types']>['input']",
  output: "NonNullable<(typeof schema)['~standard']['types']>['output']",
  finisher: 'standardFinisher(schema)',
};

const typebox: Library = {
  runtime: ['typeboxFinisher'],
  imports: "import type { Static, StaticDecode } from 'typebox';\nimport * as typebox from 'typebox/value';\n",
  input: 'Static<typeof schema>',
  output: 'StaticDecode<typeof schema>',
  // Spelled out, so that a bundler takes in these four only.
  finisher:
    'typeboxFinisher(schema, { Check: typebox.Check, Errors: typebox.Errors, HasCodec: typebox.HasCodec, DecodeUnsafe: typebox.DecodeUnsafe })',
};

const typebox0: Library = {
  runtime: [],
  imports:
    "import { typebox0Finisher } from 'bascule/standalone';\nimport { FormatRegistry, type Static, type StaticDecode, TypeRegistry } from '@sinclair/typebox';\nimport * as typebox from '@sinclair/typebox/value';\n",
  input: 'Static<typeof schema>',
  output: 'StaticDecode<typeof schema>',
  finisher: 'typebox0Finisher(schema, { ...typebox, FormatRegistry, TypeRegistry })',
};

function standalone(compiled: Compiled, name: string): ModuleSource {
  const { schema, dialect = '2020-12' } = compiled.source.jsonSchema ?? {};
  const { maxDepth } = compiled.options;
  return {
    unchecked: true,
    runtime: [],
    imports: '',
    types: `${typeDeclarations(canonicalOf(compiled), name, [`${name}Input`])}\nexport type ${name}Input = ${name};\n`,
    finisher: 'finish',
    code: `\n${standaloneCheck(schema, dialect, { embedded: true, ...(maxDepth !== undefined && { maxDepth }) })}`,
  };
}
