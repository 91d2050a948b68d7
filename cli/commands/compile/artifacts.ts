import { join } from 'node:path';
import type { Compiled } from '../../../src/compiled.js';
import type { Config } from '../../../src/config.js';
import { toArtifact } from '../../../src/emit/artifact.js';
import { toModule } from '../../../src/emit/module.js';
import { Failure } from '../../failure.js';
import type { LoadedSchema } from '../../load/load-target.js';
import { shown } from '../../report/failures.js';
import type { Work } from '../../work.js';
import { importSpecifier } from './specifier.js';

export interface Emission {
  /** Absolute path. */
  readonly out: string;
  readonly emit: NonNullable<Config['emit']>;
  readonly importExtension: NonNullable<Config['importExtension']>;
}

export interface ArtifactFile {
  readonly schema: LoadedSchema;
  readonly fingerprint: string;
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
}

export interface Artifacts {
  readonly files: readonly ArtifactFile[];
  readonly failures: readonly Failure[];
}

export function artifactExtension(emit: Emission['emit']): string {
  return `.bascule.${emit}`;
}

/** The artifact of every schema that compiles, under its file name; two that would get the same one are a failure. */
export function artifactFiles({ results, base }: Pick<Work, 'results' | 'base'>, emission: Emission): Artifacts {
  const byFile = new Map<string, { schema: LoadedSchema; compiled: Compiled }[]>();
  for (const { schema, compiled } of results) {
    if (!compiled) continue;
    const key = fileOf(schema, emission).toLowerCase();
    byFile.set(key, [...(byFile.get(key) ?? []), { schema, compiled }]);
  }
  const files: ArtifactFile[] = [];
  const failures: Failure[] = [];
  for (const group of byFile.values()) {
    const [only, other] = group;
    if (only === undefined) continue;
    try {
      if (other !== undefined)
        throw sameName(
          group.map(({ schema }) => schema),
          emission,
        );
      files.push({
        schema: only.schema,
        fingerprint: only.compiled.fingerprint,
        file: fileOf(only.schema, emission),
        text: textOf(only.schema, only.compiled, emission, base),
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
    }
  }
  return { files, failures };
}

function fileOf(schema: LoadedSchema, { out, emit }: Emission): string {
  return join(out, schema.name + artifactExtension(emit));
}

function textOf(schema: LoadedSchema, compiled: Compiled, emission: Emission, base: string): string {
  const { name, module } = schema;
  if (emission.emit === 'json') {
    const source = schema.file === undefined || module?.package ? schema.address : shown(schema.file, base) + schema.suffix;
    return `${JSON.stringify(toArtifact(compiled, { name, source }), null, 2)}\n`;
  }
  if (compiled.source.dialect === 'json-schema' || module === undefined) return toModule(compiled, { name });
  if (module.export.includes('.'))
    throw new Failure({
      code: 'not-exported',
      message: `The schema ${schema.address} is inside an exported object, so a TypeScript artifact could not import it by name.`,
      help: 'Export it by itself, or emit JSON (--emit json).',
      address: schema.address,
      file: schema.file,
    });
  return toModule(compiled, { name, import: { from: importSpecifier(module, emission), export: module.export } });
}

function sameName(schemas: readonly LoadedSchema[], emission: Emission): Failure {
  const addresses = schemas.map((schema) => schema.address);
  const last = addresses.pop() ?? '';
  const name = schemas[0]?.name ?? '';
  return new Failure({
    code: 'name-taken',
    message: `${addresses.join(', ')} and ${last} would ${addresses.length === 1 ? 'both' : 'all'} be written to ${name}${artifactExtension(emission.emit)}, so none of them was.`,
    help: `Give one another name in "schemas" of the configuration: { address: ${JSON.stringify(last)}, name: "other-${name}" }.`,
    address: last,
  });
}
