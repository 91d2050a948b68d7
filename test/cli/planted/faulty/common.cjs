const z = require('zod');

const Inner = z.object({
  // fault: reasoning-field
  thoughts: z.string().describe('In passing.'),
});

module.exports = {
  Outer: z.object({
    inner: Inner.describe('The rest.'),
    // fault: only-checked
    count: z.int().max(100_000).describe('Of them all.'),
    // fault: narrowed
    when: z.preprocess((value) => value, z.string()).describe('As ISO 8601.'),
  }),
};
