import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export type Dialect = '4' | '6' | '7' | '2019' | '2020';
/** `undefined`: the validator itself failed. */
export type Validator = (value: unknown) => boolean | undefined;

const classes = { '4': Ajv, '6': Ajv, '7': Ajv, '2019': Ajv2019, '2020': Ajv2020 };
const INTERNATIONAL = ['idn-email', 'idn-hostname', 'iri', 'iri-reference'];

function ajvFor(dialect: Dialect, unicodeRegExp: boolean): InstanceType<typeof Ajv> {
  const ajv = new classes[dialect]({
    strict: false,
    validateSchema: false,
    logger: false,
    inlineRefs: false,
    meta: false,
    ownProperties: true,
    unicodeRegExp,
  });
  addFormats.default(ajv);
  for (const format of INTERNATIONAL) ajv.formats[format] ??= true;
  return ajv;
}

const kept = new Map<string, InstanceType<typeof Ajv>>();

/** Whether a value satisfies a schema by Ajv, our independent judge; `undefined` where Ajv cannot compile the schema. */
export function validatorFor(schema: unknown, dialect: Dialect): Validator | undefined {
  for (const unicode of [true, false]) {
    try {
      const text = JSON.stringify(schema);
      const fresh = text.includes('"$id"') || text.includes('nchor"');
      const key = `${dialect} ${unicode}`;
      const ajv = fresh ? ajvFor(dialect, unicode) : (kept.get(key) ?? ajvFor(dialect, unicode));
      if (!fresh) kept.set(key, ajv);
      const copy = JSON.parse(text) as boolean | Record<string, unknown>;
      if (typeof copy === 'object') delete copy['$schema'];
      const validate = ajv.compile(copy);
      if (!fresh && typeof copy === 'object') ajv.removeSchema(copy);
      return (value) => {
        try {
          return validate(value) === true;
        } catch {
          return undefined;
        }
      };
    } catch {
      // tried again without the `u` flag
    }
  }
  return undefined;
}
