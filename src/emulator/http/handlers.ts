import { frames } from '../answer/events.js';
import { messageText } from '../answer/message.js';
import { inputTokens } from '../answer/usage.js';
import { answerMessage, betasOf } from '../messages.js';
import { drawFrom } from '../random.js';
import { checkRequest } from '../request/check.js';
import type { Fields } from '../request/fields.js';
import { type Exchange, json, jsonText, type Reaction } from './exchange.js';
import { askedError } from './send.js';

export async function createMessage({ state, request, asked }: Exchange): Promise<Reaction> {
  const { answer, faults, seed } = await answerMessage(state, request, asked);
  if ((request.body as Fields)['stream'] !== true) {
    if (faults.error !== undefined && faults.error !== false) throw askedError(faults);
    return jsonText(messageText(answer), faults);
  }
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' };
  return { status: 200, headers, frames: frames(answer, drawFrom(seed), faults.chunk), faults };
}

export function countTokens({ state, request, asked }: Exchange): Reaction {
  const { settings, models, pauses, threads } = state;
  const body = threads.expanded(request.body as Fields);
  checkRequest(body, {
    profile: settings.profile,
    models,
    betas: betasOf(request),
    counting: true,
    pauses,
  });
  return json({ input_tokens: inputTokens(body) }, asked);
}
