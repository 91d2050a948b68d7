import type { AddressInfo } from 'node:net';
import { serverFor } from './http/server.js';
import { checkFile, type EmulatedFile, type EmulatorOptions, type RecordedRequest, settingsOf } from './options.js';
import type { Reply } from './reply.js';
import { State } from './state.js';

/** A running emulator of the Messages API. */
export interface Emulator {
  /** Such as `http://127.0.0.1:40123`, for `new Anthropic({ baseURL: emulator.url, apiKey: 'offline' })`. */
  readonly url: string;
  /** What was asked, oldest first; only the newest are kept (option `keep`). */
  readonly requests: readonly RecordedRequest[];
  /**
   * Puts replies in a queue; each is used for one request to `/v1/messages` that is not refused, first come first served.
   * Throws `TypeError` for what is no reply.
   */
  script(...replies: readonly Reply[]): void;
  /** Makes a file known to `/v1/files`. Throws `TypeError` for what is no file. */
  addFile(id: string, file: EmulatedFile): void;
  /** Stops listening and closes every socket, those that are stalled too. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a Messages API on this machine that refuses what the target refuses, and answers with scripted or generated values of the schema.
 * Rejects with `TypeError` for options that can't be, and with Node's error where it can't listen.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = settingsOf(options);
  const state = new State(settings);
  const server = serverFor(state);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port, address, family } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closed;
  };
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    requests: state.requests,
    script: (...replies) => state.script.add(replies),
    addFile(id, file) {
      checkFile(id, file);
      state.files.set(id, file);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
