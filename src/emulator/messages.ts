import type { Answer } from './answer/answer.js';
import { compose, containerOf, type Making } from './answer/compose.js';
import { usageOf } from './answer/usage.js';
import { ApiError } from './api-error.js';
import { checkReply } from './check-reply.js';
import type { Misbehaviour } from './misbehaviour.js';
import type { ReplyRequest } from './options.js';
import { blocksOf, type Call, continuationError, type Paused, pausedPieces, resultPiece } from './pauses.js';
import { drawFrom, hash } from './random.js';
import { type Checked, checkRequest } from './request/check.js';
import { idOfContainer } from './request/conversation.js';
import type { Fields } from './request/fields.js';
import type { Chosen } from './script.js';
import type { State } from './state.js';

export interface Answered {
  readonly answer: Answer;
  /** What else goes wrong, on the way out. */
  readonly faults: Misbehaviour;
  readonly seed: number;
}

/**
 * Answers a request to `/v1/messages`, or one of a batch: checks it, finds what the script, the option `reply` or the generator says, and has it go
 * wrong as asked. Throws `ApiError`.
 */
export async function answerMessage(state: State, request: ReplyRequest, asked: Misbehaviour): Promise<Answered> {
  const { settings, pauses, threads, models, script } = state;
  const given = request.body as Fields;
  const body = threads.expanded(given);
  const betas = betasOf(request);
  const checked = checkRequest(body, { profile: settings.profile, models, betas, pauses });
  const { stream: _, ...told } = body;
  const identity = JSON.stringify(told);
  const paused = pauses.at(checked.turns);
  const error = paused && continuationError(checked, paused);
  if (error) throw error;
  const applies = script.applies(asked, () => `header ${JSON.stringify(asked)} ${request.path} ${JSON.stringify(given)}`);
  const here = applies ? asked : {};
  failed(here);
  // Nothing will be sent, so no scripted reply is used up.
  const isMute = here.drop === 'headers' || here.stall === 'headers';
  const chosen = paused ?? (isMute ? { reply: {}, faults: {} } : await choose(state, request, identity));
  const faults: Misbehaviour = { ...chosen.faults, ...here };
  failed(faults);
  const seed = hash(identity, settings.seed);
  const making: Making = {
    request: checked,
    reply: chosen.reply,
    faults,
    draw: drawFrom(seed),
    identity,
    seed: settings.seed,
    messageId: state.id('msg'),
    tier: request.customId === undefined ? 'standard' : 'batch',
  };
  const left = paused ? paused.left : (faults.pause ?? 0);
  const answer = left > 0 ? pause(state, making, paused, left - 1) : finish(making, paused);
  if (given['thread'] != null) threads.keep(answer.id, body, blocksOf(answer.pieces));
  return { answer, faults, seed };
}

export function betasOf({ headers }: ReplyRequest): string[] {
  return (headers['anthropic-beta'] ?? '').split(',').map((beta) => beta.trim());
}

async function choose({ script, settings }: State, request: ReplyRequest, identity: string): Promise<Chosen> {
  // The script is for requests as they come; those of a batch come in no order.
  const scripted = request.customId === undefined ? script.next() : undefined;
  if (scripted) return scripted;
  const reply = await settings.reply?.(request);
  return reply === undefined ? { reply: {}, faults: {} } : script.from(checkReply(reply), identity);
}

/** Answers with an error where that was asked for. */
export function failed({ fail, retryAfterMs }: Misbehaviour): void {
  if (fail === undefined) return;
  const wait: Record<string, string> =
    retryAfterMs === undefined
      ? {}
      : { 'retry-after-ms': String(retryAfterMs), 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  throw new ApiError(fail, fail === 529 ? 'Overloaded' : 'This failure was asked for.', { headers: wait });
}

/** An answer that stops half-way, in the middle of what a tool of the server does. */
function pause(state: State, making: Making, before: Paused | undefined, left: number): Answer {
  const { request, reply, messageId, tier } = making;
  const call: Call = before
    ? { ...before.call, id: state.id('srvtoolu') }
    : { id: state.id('srvtoolu'), name: isForCode(request) ? 'bash_code_execution' : 'web_search' };
  const pieces = pausedPieces(call, before?.call);
  const container = before?.container ?? containerFor(state, making, call);
  state.pauses.add({
    left,
    reply: { ...reply, ...(container !== undefined && { container: reply.container ?? container }) },
    faults: making.faults,
    tools: request.tools,
    before: before?.before ?? request.turns,
    said: [...(before?.said ?? []), ...blocksOf(pieces)],
    container,
    call,
    finished: false,
  });
  return {
    id: messageId,
    model: request.model.id,
    pieces,
    stopReason: 'pause_turn',
    stopSequence: null,
    stopDetails: null,
    container: containerOf(reply.container ?? container),
    usage: usageOf(request.body, pieces, {}, tier),
  };
}

function isForCode({ tools }: Checked): boolean {
  const has = (kind: string) => tools.some((tool) => String(tool['type']).startsWith(kind));
  return has('code_execution') && !has('web_search');
}

function containerFor(state: State, { request, reply }: Making, { name }: Call): string | undefined {
  const own = idOfContainer(reply.container) ?? idOfContainer(request.body['container']);
  return own ?? (name === 'bash_code_execution' ? state.id('container') : undefined);
}

function finish(making: Making, paused: Paused | undefined): Answer {
  const answer = compose(making);
  if (!paused) return answer;
  paused.finished = true;
  return { ...answer, pieces: [resultPiece(paused.call), ...answer.pieces] };
}
