export * from './finish/json-schema/standalone-runtime.js';
export { typebox0Finisher } from './finish/typebox-v0.js';
