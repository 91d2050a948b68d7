/** The part of Standard Schema and Standard JSON Schema (both version 1) that is used here. */
export interface Standard {
  readonly version: number;
  readonly vendor: string;
  readonly validate?: (value: unknown) => unknown;
  readonly jsonSchema?: {
    readonly input: (options: { readonly target: string }) => unknown;
    readonly output: (options: { readonly target: string }) => unknown;
  };
}

/** What `~standard` holds; schemas may be functions (ArkType's are). */
export function standardOf(schema: unknown): Standard | undefined {
  if ((typeof schema !== 'object' && typeof schema !== 'function') || schema === null) return undefined;
  const standard = (schema as { readonly '~standard'?: unknown })['~standard'];
  return typeof standard === 'object' && standard !== null ? (standard as Standard) : undefined;
}

/** Whether a schema tells its JSON Schema by the Standard JSON Schema specification. */
export function isStandardJsonSchema(schema: unknown): boolean {
  const json = standardOf(schema)?.jsonSchema;
  return typeof json === 'object' && json !== null && typeof json.input === 'function' && typeof json.output === 'function';
}

/** Whether a schema is a Standard Schema that can validate but can't tell its JSON Schema. */
export function isStandardWithoutJsonSchema(schema: unknown): boolean {
  return typeof standardOf(schema)?.validate === 'function' && !isStandardJsonSchema(schema);
}
