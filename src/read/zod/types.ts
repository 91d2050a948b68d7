/** What a Zod 4 or zod/mini schema shows of itself: enough to infer from, without importing zod. */
export interface ZodLike<Input = unknown, Output = unknown> {
  readonly _zod: {
    readonly def: { readonly type: string };
    readonly input: Input;
    readonly output: Output;
  };
}

/** What the schema's parse takes. */
export type ZodInput<S extends ZodLike> = S['_zod']['input'];

/** What the schema's parse gives. */
export type ZodOutput<S extends ZodLike> = S['_zod']['output'];
