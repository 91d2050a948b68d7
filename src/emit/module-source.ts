import type { Compiled } from '../compiled.js';
import { canonicalOf } from './canonical.js';
import type { ModuleOptions } from './module.js';
import { quote } from './text.js';
import { typeDeclarations } from './types.js';

/** How a generated module comes by its types and by the schema that finishes. */
export interface Binding {
  /** What TypeScript must be told about the file. */
  readonly directive: string;
  readonly imports: string;
  readonly types: string;
  /** The name in `bascule/runtime` that makes a finisher. */
  readonly finisher: string;
  readonly finish: string;
  /** Code that stands at the end of the module. */
  readonly check: string;
}

/** The binding of a source's dialect; `name` names the types. */
export function bindingOf(compiled: Compiled, about: ModuleOptions, name: string): Binding {
  switch (compiled.source.dialect) {
    case 'zod':
      return imported(about, name, 'zod', "import type { z } from 'zod';\n", 'z.output<typeof schema>', 'z.input<typeof schema>');
    case 'standard':
      return imported(about, name, 'standard', '', member('output'), member('input'));
    case 'typebox':
      return imported(about, name, 'typebox', "import type { Static, StaticDecode } from 'typebox';\n", 'StaticDecode<typeof schema>', 'Static<typeof schema>');
    case 'json-schema':
      return standalone(compiled, name);
  }
}

function member(side: 'input' | 'output'): string {
  return `NonNullable<(typeof schema)['~standard']['types']>['${side}']`;
}

function imported({ import: from }: ModuleOptions, name: string, library: string, types: string, output: string, input: string): Binding {
  if (!from) throw new TypeError(`a module for a schema of the dialect ${library} needs to import the schema: give \`import\``);
  return {
    directive: '',
    imports: `${types}import ${clause(from.export)} from ${quote(from.from)};\n`,
    types: `export type ${name} = ${output};\nexport type ${name}Input = ${input};\n`,
    finisher: `${library}Finisher`,
    finish: `${library}Finisher(schema)`,
    check: '',
  };
}

function clause(exported: string): string {
  if (exported === 'default') return 'schema';
  if (exported === 'schema') return '{ schema }';
  return `{ ${/^[A-Za-z_$][\w$]*$/.test(exported) ? exported : quote(exported)} as schema }`;
}

function standalone(compiled: Compiled, name: string): Binding {
  return {
    directive: '// @ts-nocheck\n',
    imports: '',
    types: `${typeDeclarations(canonicalOf(compiled), name, [`${name}Input`])}\nexport type ${name}Input = ${name};\n`,
    finisher: 'jsonSchemaFinisher',
    finish: 'jsonSchemaFinisher(validate)',
    check: '',
  };
}
