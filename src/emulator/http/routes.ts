import { cancelBatch, createBatch, deleteBatch, listBatches, results, retrieveBatch } from '../batches/handlers.js';
import type { Exchange, Reaction } from './exchange.js';
import { fileContent, fileMetadata } from './files.js';
import { countTokens, createMessage } from './handlers.js';
import { listModels, retrieveModel } from './models.js';

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path with placeholders, such as `/v1/models/:id`. */
  readonly path: string;
  readonly handle: (exchange: Exchange) => Reaction | Promise<Reaction>;
  /** Largest body in bytes. Default 32 MB. */
  readonly most?: number;
  /** The handler itself sees to failures, and to what goes wrong only a number of times. */
  readonly countsItself?: true;
}

const MB = 1024 * 1024;

/** Documented: 32 MB for messages, 256 MB for batches (docs api/overview). */
export const LARGEST = 32 * MB;

export const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/v1/messages', handle: createMessage, countsItself: true },
  { method: 'POST', path: '/v1/messages/count_tokens', handle: countTokens },
  { method: 'POST', path: '/v1/messages/batches', handle: createBatch, most: 256 * MB },
  { method: 'GET', path: '/v1/messages/batches', handle: listBatches },
  { method: 'GET', path: '/v1/messages/batches/:id', handle: retrieveBatch },
  { method: 'GET', path: '/v1/messages/batches/:id/results', handle: results },
  { method: 'POST', path: '/v1/messages/batches/:id/cancel', handle: cancelBatch },
  { method: 'DELETE', path: '/v1/messages/batches/:id', handle: deleteBatch },
  { method: 'GET', path: '/v1/models', handle: listModels },
  { method: 'GET', path: '/v1/models/:id', handle: retrieveModel },
  { method: 'GET', path: '/v1/files/:id', handle: fileMetadata },
  { method: 'GET', path: '/v1/files/:id/content', handle: fileContent },
];

/** The routes of a path, whatever their method, and what the placeholders stand for. */
export function routesAt(path: string): readonly { readonly route: Route; readonly parameters: Record<string, string> }[] {
  const steps = path.split('/');
  return ROUTES.flatMap((route) => {
    const parameters: Record<string, string> = {};
    const wanted = route.path.split('/');
    const fits =
      wanted.length === steps.length &&
      wanted.every((step, index) => {
        if (!step.startsWith(':')) return step === steps[index];
        parameters[step.slice(1)] = decoded(steps[index] ?? '');
        return steps[index] !== '';
      });
    return fits ? [{ route, parameters }] : [];
  });
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
