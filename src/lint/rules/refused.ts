import type { Rule } from '../rule.js';

export const refused: Rule = {
  id: 'refused',
  category: 'target',
  level: 'error',
  law: 'A schema can be compiled for its target.',
  evidence: { grade: 'documented', source: 'rules of the target profile: `bascule explain claude`' },
  page: 'What cannot be compiled cannot be sent: an external `$ref`, a contradiction that no value satisfies, a schema of a library that says too little.\nEach finding names the place and the way out.',
  *check({ diagnostics }) {
    for (const { severity, path, message, help } of diagnostics) if (severity === 'error') yield { path, message, help };
  },
};
