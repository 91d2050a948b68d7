import { ApiError } from '../api-error.js';
import type { EmulatedFile } from '../options.js';
import { type Exchange, json, type Reaction } from './exchange.js';

export function fileMetadata(exchange: Exchange): Reaction {
  const { id, file } = fileOf(exchange);
  const size_bytes = Buffer.byteLength(file.content);
  const { filename, mimeType: mime_type = 'application/octet-stream' } = file;
  const more = { downloadable: true, expires_at: null, created_at: '2026-01-01T00:00:00Z' };
  return json({ id, type: 'file', filename, mime_type, size_bytes, ...more }, exchange.asked);
}

export function fileContent(exchange: Exchange): Reaction {
  const { file } = fileOf(exchange);
  const headers = { 'content-type': file.mimeType ?? 'application/octet-stream' };
  return { status: 200, headers, frames: [{ text: file.content, progress: 1 }], faults: exchange.asked };
}

function fileOf({ state, parameters }: Exchange): { readonly id: string; readonly file: EmulatedFile } {
  const id = parameters['id'] ?? '';
  const file = state.files.get(id);
  if (!file) throw new ApiError(404, `File not found: ${id}`);
  return { id, file };
}
