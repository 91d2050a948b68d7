/** The input type of a schema, as far as its dialect carries one; `unknown` for plain JSON Schema. */
export type InputOf<Schema> = Schema extends { readonly _zod: { readonly input: infer Input } }
  ? Input
  : Schema extends { readonly '~standard': { readonly types?: { readonly input: infer Input } | undefined } }
    ? Input
    : unknown;

/** The output type of a schema, as far as its dialect carries one; `unknown` for plain JSON Schema. */
export type OutputOf<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } }
  ? Output
  : Schema extends { readonly '~standard': { readonly types?: { readonly output: infer Output } | undefined } }
    ? Output
    : unknown;
