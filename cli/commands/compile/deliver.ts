import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../failure.js';
import { shown } from '../../report/failures.js';
import type { Work } from '../../work.js';
import { writeFileAtomic } from '../../write.js';
import type { Context } from '../command.js';
import { type ArtifactFile, type Artifacts, artifactExtension, type Emission } from './artifacts.js';
import { fingerprintIn, isOurs } from './ownership.js';

export interface DeliverOptions extends Emission {
  readonly check: boolean;
  readonly force: boolean;
  /** Whether the artifacts are all there should be in the folder. */
  readonly complete: boolean;
  readonly cwd: string;
}

export type Status = 'written' | 'unchanged' | 'missing' | 'stale' | 'left-over';

export interface Outcome {
  readonly file: string;
  readonly artifact: ArtifactFile | undefined;
  readonly status: Status;
  readonly why?: string;
}

export interface Delivery {
  readonly outcomes: readonly Outcome[];
  readonly failures: readonly Failure[];
}

/** Whether every artifact there should be is known, so that others can be called left over. */
export function isComplete(
  { positionals }: Pick<Context, 'positionals'>,
  { loaded, results }: Work,
  { failures }: Artifacts,
): boolean {
  return (
    positionals.length === 0 &&
    loaded.failures.length + failures.length === 0 &&
    results.every(({ compiled }) => compiled !== undefined)
  );
}

/** Brings the artifacts to disk, or with `check` only compares them. */
export function deliver(artifacts: readonly ArtifactFile[], options: DeliverOptions): Delivery {
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  for (const artifact of artifacts) {
    try {
      outcomes.push({ file: artifact.file, artifact, ...settle(artifact, options) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error.at(artifact.schema.address));
    }
  }
  if (options.complete) outcomes.push(...leftOver(artifacts, options));
  return { outcomes, failures };
}

function settle({ file, text, fingerprint }: ArtifactFile, options: DeliverOptions): { status: Status; why?: string } {
  const present = read(file);
  if (present !== undefined && sameText(present, text)) return { status: 'unchanged' };
  if (present !== undefined && !isOurs(file, present) && !options.force) throw notOurs(file, options);
  if (!options.check) {
    writeFileAtomic(file, text, 'an artifact');
    return { status: 'written' };
  }
  if (present === undefined) return { status: 'missing', why: 'it was never written' };
  const before = fingerprintIn(present);
  if (before === fingerprint)
    return { status: 'stale', why: 'the wire schema is the same, but hints, the way back or the version of bascule changed' };
  return {
    status: 'stale',
    why:
      before === undefined
        ? 'it differs'
        : `the wire schema changed (fingerprint ${before.slice(0, 8)} → ${fingerprint.slice(0, 8)})`,
  };
}

function read(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  if (statSync(file).isDirectory())
    throw new Failure({
      code: 'unwritable',
      message: `${file} is a folder, where an artifact should be written.`,
      help: 'Remove it, or choose another --out.',
      file,
    });
  return readFileSync(file, 'utf8');
}

/** Git may check text out with CRLF. */
function sameText(one: string, other: string): boolean {
  return one === other || one.replace(/\r\n/g, '\n') === other;
}

function leftOver(artifacts: readonly ArtifactFile[], { out, emit }: DeliverOptions): Outcome[] {
  if (!existsSync(out)) return [];
  const wanted = new Set(artifacts.map(({ file }) => file.toLowerCase()));
  return readdirSync(out)
    .filter((name) => name.endsWith(artifactExtension(emit)))
    .map((name) => join(out, name))
    .filter((file) => !wanted.has(file.toLowerCase()) && statSync(file).isFile() && isOurs(file, readFileSync(file, 'utf8')))
    .sort()
    .map((file) => ({
      file,
      artifact: undefined,
      status: 'left-over' as const,
      why: 'no schema is compiled to it any more; delete it',
    }));
}

function notOurs(file: string, { cwd }: DeliverOptions): Failure {
  return new Failure({
    code: 'not-ours',
    message: `${shown(file, cwd)} already exists and was not written by bascule, so it is left as it is.`,
    help: 'Move it away or choose another --out; --force overwrites it.',
    file,
  });
}
