import { refused } from '../api-error.js';

/** A page of a list, newest first, as `after_id`, `before_id` and `limit` ask for it. Throws `ApiError`. */
export function page<Item extends { readonly id: string }>(items: readonly Item[], query: URLSearchParams): object {
  const limit = Number(query.get('limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw refused('limit: Input should be between 1 and 1000');
  const place = (name: string): number | undefined => {
    const id = query.get(name);
    if (id === null) return undefined;
    const at = items.findIndex((item) => item.id === id);
    if (at < 0) throw refused(`${name}: there is nothing with the id '${id}'`);
    return at;
  };
  const before = place('before_id');
  const from = before === undefined ? (place('after_id') ?? -1) + 1 : Math.max(0, before - limit);
  const data = items.slice(from, before === undefined ? from + limit : before);
  const has_more = before === undefined ? from + limit < items.length : from > 0;
  return { data, has_more, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}
