import type { Page } from './page.js';
import type { Report } from './report.js';

export const FORMATS = ['pretty', 'json'] as const;
export type Format = (typeof FORMATS)[number];
export type Reporter = (report: Report, page: Page) => string;

/** Each format's reporter, loaded when asked for. */
export const REPORTERS: { readonly [Name in Format]: () => Promise<Reporter> } = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
};
