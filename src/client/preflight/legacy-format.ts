import { rule } from './rule.js';

/** "output_format: This field is deprecated. Use 'output_config.format' instead" (documented). */
export const legacyFormat = rule('legacy-output-format', function* ({ body }) {
  if (body['output_format'] === undefined || body['output_format'] === null) return;
  yield {
    path: '/output_format',
    message: '`output_format` is the name that the beta had; the API answers it with a 400.',
    help: 'Give the schema as `output`, or a lowered one as `output_config.format`.',
  };
});
