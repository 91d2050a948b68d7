/** Values that are there whole or not at all. */
type Whole =
  | string
  | number
  | bigint
  | boolean
  | symbol
  | null
  | undefined
  | Date
  | URL
  | RegExp
  | ArrayBufferView
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | ((...given: never[]) => unknown);

/** A value as far as it has been received: any property may still be missing, a list may still be short, a text may still be growing. */
export type DeepPartial<Value> = unknown extends Value
  ? Value
  : Value extends Whole
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly DeepPartial<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> }
        : Value;
