import type { Source } from '../read/source.js';

/** What a generated module says where the schema is of a library. */
export interface Library {
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

export function libraryOf(dialect: Exclude<Source['dialect'], 'json-schema'>, madeBy: Source['madeBy']): Library {
  if (dialect === 'zod') return zod;
  if (dialect === 'standard') return standard;
  return madeBy === '@sinclair/typebox' ? typebox0 : typebox;
}
