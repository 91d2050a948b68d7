export { hints } from './hints.js';
export type { Keyword } from './keyword.js';
export { keywords } from './registry.js';
