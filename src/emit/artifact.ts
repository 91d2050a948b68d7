import type { Compiled, JsonSchema, LedgerEntry, Mode, Spend } from '../compiled.js';
import { type Decoder, strip } from './decoder.js';

/** Version of the artifact format; it rises when what is written can no longer be read by what read the version before. */
export const ARTIFACT_VERSION = 1;

/** A compiled schema as JSON: everything but the user's own schema, with which values are finished. */
export interface Artifact {
  readonly version: typeof ARTIFACT_VERSION;
  readonly name: string;
  /** Where the source schema stands, as an address (`schemas/invoice.ts#Invoice`). */
  readonly source?: string;
  readonly dialect: Compiled['source']['dialect'];
  readonly target: { readonly name: string; readonly date: string };
  readonly mode: Mode;
  /** Deepest nesting of an answer, where it is not the default. */
  readonly maxDepth?: number;
  readonly fingerprint: string;
  readonly wire: JsonSchema;
  readonly decoder: Decoder;
  readonly ledger: readonly LedgerEntry[];
  readonly spend: Spend;
}

/** The artifact of a compiled schema: JSON-serialisable, and byte for byte the same for the same schema and options. */
export function toArtifact(compiled: Compiled, about: { readonly name: string; readonly source?: string }): Artifact {
  const { target, mode, options, wire, lowered, ledger, spend, fingerprint, source } = compiled;
  return {
    version: ARTIFACT_VERSION,
    name: about.name,
    ...(about.source !== undefined && { source: about.source }),
    dialect: source.dialect,
    target: { name: target.name, date: target.date },
    mode,
    ...(options.maxDepth !== undefined && { maxDepth: options.maxDepth }),
    fingerprint,
    wire,
    decoder: strip(lowered),
    ledger: ledger.map(entry),
    spend: {
      optional: spend.optional,
      union: spend.union,
      strictTools: spend.strictTools,
      properties: spend.properties,
      depth: spend.depth,
      enumValues: spend.enumValues,
      bytes: spend.bytes,
    },
  };
}

function entry({ path, keyword, fate, codec, hint, note }: LedgerEntry): LedgerEntry {
  return {
    path,
    keyword,
    fate,
    ...(codec !== undefined && { codec }),
    ...(hint !== undefined && { hint }),
    ...(note !== undefined && { note }),
  };
}
