/*
 * What standalone checks call. They are generated once, ahead of time; this part of the package never generates code.
 */

export { firstDuplicate } from '../../ir/duplicates.js';
export { codePoints } from './evaluate/strings.js';
export { formats } from './formats.js';
export { finishInterpreted as finisher } from './interpreted.js';
export { memberOf } from './members.js';
export { regExpOf } from './patterns/index.js';
