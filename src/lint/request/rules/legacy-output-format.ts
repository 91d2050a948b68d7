import { legacyFormat as law } from '../../../client/preflight/legacy-format.js';
import { preflighted } from '../preflighted.js';

export const legacyOutputFormat = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'The format is given as `output_config.format`.',
  evidence: {
    grade: 'documented',
    source:
      'docs build-with-claude/structured-outputs; error text "output_format: This field is deprecated. Use \'output_config.format\' instead"',
  },
  page: '`output_format` is what the beta of 2025 called it. Without the beta header it is a 400.\nMove it: `{ output_config: { format: { type: "json_schema", schema } } }`.',
});
