import { standardOf } from './recognise.js';

/** What to do with the schemas of libraries that validate by the standard but tell their JSON Schema elsewhere, or only of late. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['valibot', 'Wrap it: compile(toStandardJsonSchema(schema)), from @valibot/to-json-schema 1.5 or later.'],
  ['arktype', 'Update arktype to 2.1.28 or later, which has it built in.'],
  ['zod', "Update zod to 4 or later; Zod 3 schemas can't be read."],
  ['joi', 'Update joi to 18.1 or later, which has it built in.'],
  ['effect', 'Wrap it: compile(Schema.toStandardJSONSchemaV1(Schema.toStandardSchemaV1(schema))), from effect 4 or later.'],
]);

/** Why a schema that can validate but can't tell its JSON Schema is refused: a sentence, and after it what helps. */
export function standardWithoutJsonSchema(schema: unknown): string {
  const vendor = vendorOf(schema);
  const help =
    REMEDIES.get(vendor) ??
    `Use a version of ${vendor} or an adapter that implements Standard JSON Schema, or compile a JSON Schema of your own.`;
  return `This ${vendor} schema can check a value but can't tell its JSON Schema (\`~standard.jsonSchema\`), and without one nothing can be sent to the model. ${help}`;
}

/** Why a schema that tells its JSON Schema but can't validate is refused. */
export function standardWithoutValidate(schema: unknown): { readonly message: string; readonly help: string } {
  const vendor = vendorOf(schema);
  return {
    message: `This ${vendor} schema can tell its JSON Schema but can't check a value (\`~standard.validate\`), so an answer could not be made the type it promises.`,
    help:
      vendor === 'effect'
        ? 'Wrap it: compile(Schema.toStandardJSONSchemaV1(Schema.toStandardSchemaV1(schema))).'
        : 'Compile a schema that has both, or compile the JSON Schema itself.',
  };
}

function vendorOf(schema: unknown): string {
  const vendor: unknown = standardOf(schema)?.vendor;
  return typeof vendor === 'string' && vendor !== '' ? vendor : 'unnamed';
}
