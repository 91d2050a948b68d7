export { createEmulator, type Emulator } from './emulator.js';
export type { Misbehaviour, RefusalCategory } from './misbehaviour.js';
export type { EmulatedModel } from './models.js';
export type { EmulatedFile, EmulatorOptions, RecordedRequest, ReplyRequest } from './options.js';
export type { AnswerReply, ErrorReply, Reply, ReplyBlock, ReplyUsage } from './reply.js';
