import { generate } from '../generate/value.js';
import { sentence } from '../generate/words.js';
import type { Misbehaviour } from '../misbehaviour.js';
import { type Draw, idFrom } from '../random.js';
import type { AnswerReply } from '../reply.js';
import type { Checked } from '../request/check.js';
import type { Fields } from '../request/fields.js';
import { isCustom } from '../request/tools.js';
import type { Answer } from './answer.js';
import { cut, spoiled } from './content-faults.js';
import { isAnswer, isCall, type Piece, pieceOf, textPiece } from './piece.js';
import { bytesFor, usageOf } from './usage.js';

export interface Making {
  readonly request: Checked;
  readonly reply: AnswerReply;
  readonly faults: Misbehaviour;
  /** The same for equal requests. */
  readonly draw: Draw;
  /** Text that tells requests apart; ids of calls are made from it. */
  readonly identity: string;
  readonly seed: number;
  readonly messageId: string;
  readonly tier: string;
}

/** The answer to a request, as a reply describes it or generated, with what was asked to go wrong. */
export function compose(making: Making): Answer {
  const { request, reply, faults } = making;
  const own = repliedPieces(making);
  const made = own ?? generatedPieces(making);
  const schemaOf = (piece: Piece): Fields | undefined =>
    isCall(piece) ? toolNamed(request, piece.block['name'])?.input_schema : request.output;
  const { pieces, ...stop } = ended(spoiled(made, faults, schemaOf), making, own === undefined);
  return {
    id: making.messageId,
    model: request.model.id,
    pieces,
    ...stop,
    container: containerOf(reply.container),
    usage: usageOf(request.body, pieces, reply.usage ?? {}, making.tier),
  };
}

type Ended = Pick<Answer, 'pieces' | 'stopReason' | 'stopSequence' | 'stopDetails'>;

/** How an answer ends: early, as was asked for, or as the reply says, or as the request limits it. */
function ended(made: readonly Piece[], { request, reply, faults }: Making, isGenerated: boolean): Ended {
  const { refuse, truncate, empty } = faults;
  const natural: Ended = {
    pieces: made,
    stopReason: reply.stop_reason ?? (made.some(isCall) ? 'tool_use' : 'end_turn'),
    stopSequence: reply.stop_sequence ?? null,
    stopDetails: reply.stop_details ?? null,
  };
  if (refuse) return { pieces: truncate === undefined ? [] : cut(made, truncate), ...refusal(faults) };
  if (empty) return { ...natural, pieces: empty === 'text' ? [textPiece('')] : [], stopReason: 'end_turn' };
  if (truncate !== undefined && sizeOf(made) >= truncate)
    return { ...natural, pieces: cut(made, truncate), stopReason: faults.reason ?? 'max_tokens' };
  return isGenerated ? limited(natural, request) : natural;
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.filter(isAnswer).reduce((sum, { text = '' }) => sum + Buffer.byteLength(text), 0);
}

function refusal({ refuse, explanation }: Misbehaviour) {
  const category = typeof refuse === 'string' ? refuse : null;
  return {
    stopReason: 'refusal',
    stopSequence: null,
    stopDetails: { type: 'refusal', category, explanation: explanation ?? null },
  };
}

/** What a generated answer meets that a scripted one does not: the request's own limits. */
function limited(natural: Ended, { body }: Checked): Ended {
  const { pieces } = natural;
  const sequences = (body['stop_sequences'] ?? []) as readonly string[];
  for (const [index, piece] of pieces.entries()) {
    const { text = '' } = piece;
    const [first] = sequences
      .map((sequence) => ({ sequence, at: piece.block.type === 'text' ? text.indexOf(sequence) : -1 }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at);
    if (!first) continue;
    const kept = [...pieces.slice(0, index), { ...piece, text: text.slice(0, first.at) }];
    return { ...natural, pieces: kept, stopReason: 'stop_sequence', stopSequence: first.sequence };
  }
  const most = bytesFor(body['max_tokens'] as number);
  return sizeOf(pieces) > most ? { ...natural, pieces: cut(pieces, most), stopReason: 'max_tokens' } : natural;
}

/** A container as an answer tells it: the reply's id with what else the API says of one. */
export function containerOf(container: AnswerReply['container']): object | null {
  if (container === undefined) return null;
  const rest = typeof container === 'string' ? { id: container } : container;
  return { expires_at: '2030-01-01T00:00:00Z', skills: null, ...rest };
}

/** What the reply says; undefined where it leaves the content to be generated. */
function repliedPieces(making: Making): Piece[] | undefined {
  const { content, text, tools } = making.reply;
  const hasValue = 'value' in making.reply;
  if (content === undefined && text === undefined && !hasValue && tools === undefined) return undefined;
  return [
    ...(content ?? []).map(pieceOf),
    ...(text === undefined ? [] : [textPiece(text)]),
    ...(hasValue ? [textPiece(JSON.stringify(making.reply.value) ?? 'null')] : []),
    ...(tools ?? []).map((call, index) => callOf(making, index, call)),
  ];
}

function generatedPieces(making: Making): Piece[] {
  const { request, draw } = making;
  const { choice, thinks, output, tools } = request;
  const thinking = thinks ? [pieceOf({ type: 'thinking', thinking: sentence(draw) })] : [];
  if (choice.type === 'any' || choice.type === 'tool') {
    const callable = tools.filter((tool) => typeof tool['name'] === 'string' && tool['defer_loading'] !== true);
    const name = choice.name ?? (callable.length > 0 ? String(draw.pick(callable)['name']) : undefined);
    if (name !== undefined) return [...thinking, callOf(making, 0, { name })];
  }
  if (!output) return [...thinking, textPiece(`${sentence(draw)} ${sentence(draw)}`)];
  return [...thinking, textPiece(JSON.stringify(generate(output, draw)))];
}

type Calling = NonNullable<AnswerReply['tools']>[number];

function callOf(making: Making, index: number, { name, input, id, caller }: Calling): Piece {
  const { request, draw, identity, seed } = making;
  const made = input === undefined ? generate(toolNamed(request, name)?.input_schema ?? { type: 'object' }, draw) : input;
  return pieceOf({
    type: 'tool_use',
    id: id ?? idFrom('toolu', `${index} ${identity}`, seed),
    name,
    input: made,
    caller: caller ?? { type: 'direct' },
  });
}

function toolNamed({ tools }: Checked, name: unknown) {
  return tools.filter(isCustom).find((tool) => tool.name === name);
}
