import type { Compiled } from '../compiled.js';
import { standaloneCheck } from '../finish/json-schema/standalone.js';
import { canonicalOf } from './canonical.js';
import type { ModuleOptions } from './module.js';
import { libraryOf } from './module-library.js';
import { quote } from './text.js';
import { typeDeclarations } from './type-declarations.js';

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
  const library = libraryOf(dialect, madeBy);
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
