import { find, type Rejection } from './rejection.js';

/** What a platform or model without structured outputs says to `output_config.format` and `strict` (observed: Amazon Bedrock). */
export const platform: Rejection = {
  fragment: /(?:output_config\.format|tools\.\d+(?:\.custom)?\.strict): Extra inputs are not permitted/,
  explain: (refused) =>
    find(refused, {
      code: 'no-structured-outputs',
      meant: ({ at }) => at === '',
      message:
        'This platform, or the model there, has no structured outputs: it knows neither an output format nor strict tools.',
      help: 'Use a platform and a model that have them, or ask with tools of `strict: false`, whose inputs are still checked when they come in.',
    }),
};
