import { isRecord } from '../ir/json.js';

/** The request for a single token, which is enough to have its schemas compiled. A budget of thinking would be larger than that, which is a 400. */
export function forOneToken<Body extends object>(body: Body): Body {
  const { thinking, ...rest } = body as { readonly thinking?: unknown };
  const isManual = isRecord(thinking) && thinking['type'] === 'enabled';
  return { ...(isManual ? rest : body), max_tokens: 1 } as Body;
}
