import { modelHasStructuredOutputs } from './ask-models.js';
import { preflight } from './preflight/index.js';
import { type Prepared, throwOn } from './prepare.js';

/** Refuses a request that can't work before it is sent. Throws `RequestError`. */
export async function inspect(client: unknown, { body, output, settings, target }: Prepared): Promise<void> {
  throwOn(preflight({ body, target }));
  if (!settings.checkModel || !output || (await modelHasStructuredOutputs(client, String(body.model))) !== false) return;
  throwOn([
    {
      code: 'model-without-structured-outputs',
      severity: 'error',
      path: '/model',
      message: `The Models API says that ${JSON.stringify(body.model)} has no structured outputs.`,
      help: 'Choose a model whose `capabilities.structured_outputs` says supported.',
    },
  ]);
}
