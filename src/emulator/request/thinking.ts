import { isRecord } from '../../ir/json.js';
import { refused } from '../api-error.js';
import type { Model } from '../models.js';
import type { Fields } from './fields.js';

const SAMPLING: readonly (readonly [name: string, usual: number])[] = [
  ['temperature', 1],
  ['top_p', 1],
  ['top_k', 0],
];

/** Thinking and sampling as far as models differ in them. Whether the model thinks. Throws `ApiError`. */
export function checkThinking(body: Fields, model: Model): boolean {
  const manual = model.manualThinking;
  for (const [name, usual] of SAMPLING) {
    if (body[name] == null) continue;
    if (typeof body[name] !== 'number') throw refused(`${name}: Input should be a valid number`);
    if (!manual && body[name] !== usual)
      throw refused(`${name}: non-default sampling parameters are not supported for this model`);
  }
  const { thinking } = body;
  if (thinking == null) return false;
  if (!isRecord(thinking)) throw refused('thinking: Input should be a valid dictionary');
  const { type, budget_tokens: budget } = thinking;
  if (!['enabled', 'adaptive', 'disabled', 'between_tools'].includes(type as string))
    throw refused(
      "thinking: Input tag does not match any of the expected tags: 'enabled', 'adaptive', 'disabled', 'between_tools'",
    );
  if (type !== 'enabled') return type === 'adaptive';
  if (!manual) throw refused("thinking.type: 'enabled' is not supported for this model. Use 'adaptive' instead.");
  if (!Number.isInteger(budget)) throw refused('thinking.enabled.budget_tokens: Field required');
  if ((budget as number) < 1024) throw refused('thinking.enabled.budget_tokens: Input should be greater than or equal to 1024');
  if ((budget as number) >= (body['max_tokens'] as number))
    throw refused('`max_tokens` must be greater than `thinking.budget_tokens`.');
  return true;
}
