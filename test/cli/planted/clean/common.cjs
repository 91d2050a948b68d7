const z = require('zod');

module.exports = {
  Outer: z.object({
    inner: z.object({ evidence: z.string().describe('Verbatim.') }).describe('The rest.'),
    count: z.number().describe('Of them all.'),
  }),
};
