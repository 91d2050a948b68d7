import { formatKeys as law } from '../../../client/preflight/format-keys.js';
import { preflighted } from '../preflighted.js';

export const outputFormat = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'An output format is `{ type: "json_schema", schema }` and nothing else.',
  evidence: { grade: 'observed', source: 'error text "output_config.format.name: Extra inputs are not permitted"' },
  page: '`name`, `strict` and `description` are of other APIs: here they are a 400, as is a format without a schema.\nPut a description into the schema itself.',
});
