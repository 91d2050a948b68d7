/** A Standard JSON Schema of no library. */
export interface Standard<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'test';
    readonly validate: (value: unknown) => { readonly value: Output };
    readonly jsonSchema: { input(): Record<string, unknown>; output(): Record<string, unknown> };
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

export function type<Input, Output>(): Standard<Input, Output> {
  return {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (value) => ({ value: value as Output }),
      jsonSchema: { input: () => ({ type: 'string' }), output: () => ({ type: 'string' }) },
    },
  };
}
