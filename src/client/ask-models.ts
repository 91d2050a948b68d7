import { isRecord } from '../ir/json.js';

const asked = new WeakMap<object, Map<string, Promise<boolean | undefined>>>();

/**
 * What the Models API says of a model (`capabilities.structured_outputs`). An answer is kept for the client and model; undefined when
 * the client has no `models`, the call fails, or the API does not say. Never rejects.
 */
export function modelHasStructuredOutputs(client: unknown, model: string): Promise<boolean | undefined> {
  if ((typeof client !== 'object' && typeof client !== 'function') || client === null) return Promise.resolve(undefined);
  const known = asked.get(client) ?? new Map<string, Promise<boolean | undefined>>();
  asked.set(client, known);
  const before = known.get(model);
  if (before) return before;
  const answer = retrieve(client, model).then((supported) => {
    // What is not known now may be known the next time.
    if (supported === undefined) known.delete(model);
    return supported;
  });
  known.set(model, answer);
  return answer;
}

async function retrieve(client: object, model: string): Promise<boolean | undefined> {
  try {
    const { models } = client as { models?: { retrieve?: (model: string) => PromiseLike<unknown> } };
    if (typeof models?.retrieve !== 'function') return undefined;
    const info = await models.retrieve(model);
    const capabilities = isRecord(info) ? info['capabilities'] : undefined;
    const outputs = isRecord(capabilities) ? capabilities['structured_outputs'] : undefined;
    const supported = isRecord(outputs) ? outputs['supported'] : undefined;
    return typeof supported === 'boolean' ? supported : undefined;
  } catch {
    return undefined;
  }
}
