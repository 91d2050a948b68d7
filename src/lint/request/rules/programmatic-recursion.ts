import { programmaticRecursion as law } from '../../../client/preflight/programmatic-recursion.js';
import { preflighted } from '../preflighted.js';

export const programmaticRecursion = preflighted(law, {
  category: 'tools',
  level: 'error',
  law: 'A tool that code may call has no recursive schema.',
  evidence: { grade: 'documented', source: 'docs tool-use/programmatic-tool-calling; error text "Circular $ref detected"' },
  page: 'For code, a tool becomes a function whose signature is written out, which a recursion has no end of.\n`compile(schema, { mode: "tool" })` makes a table of a recursive schema; or let only the model call the tool.',
});
