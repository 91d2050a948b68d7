import type { Page } from './page.js';
import type { Report } from './report.js';

export const FORMATS = ['pretty', 'json', 'github', 'sarif', 'junit'] as const;
export type Format = (typeof FORMATS)[number];
export type Reporter = (report: Report, page: Page) => string;

/** Each format's reporter, loaded when asked for. */
export const REPORTERS: { readonly [Name in Format]: () => Promise<Reporter> } = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  github: async () => (await import('./github.js')).github,
  sarif: async () => (await import('./sarif.js')).sarif,
  junit: async () => (await import('./junit.js')).junit,
};
