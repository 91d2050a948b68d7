export { backtracksBadly } from './risk.js';
export { type Subset, sendable } from './sendable.js';
