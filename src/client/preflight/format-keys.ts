import { isRecord } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import { rule } from './rule.js';

const PATH = '/output_config/format';

/** `output_config.format` is `{ type: 'json_schema', schema }` and nothing else: "Extra inputs are not permitted" (observed). */
export const formatKeys = rule('output-format', function* ({ body }) {
  const config = body['output_config'];
  const format = isRecord(config) ? config['format'] : undefined;
  if (format === undefined || format === null) return;
  const help = 'Give the schema as `output`, or `compile(schema).format` as it is.';
  if (!isRecord(format)) {
    yield { path: PATH, message: '`output_config.format` is no object.', help };
    return;
  }
  if (format['type'] !== 'json_schema')
    yield { path: `${PATH}/type`, message: "The `type` of a format must be 'json_schema'; the API knows no other.", help };
  if (!isRecord(format['schema']))
    yield { path: `${PATH}/schema`, message: 'The format holds no `schema` that is an object.', help };
  for (const key of Object.keys(format))
    if (key !== 'type' && key !== 'schema')
      yield {
        path: pointer(PATH, key),
        message: `The API does not take this key in a format, only \`type\` and \`schema\`.`,
        help: `Leave ${JSON.stringify(key)} out of the format.`,
      };
});
