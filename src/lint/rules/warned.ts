import type { Rule } from '../rule.js';

/** Told by a rule of its own. */
const OWN = new Set(['risky-pattern', 'narrowed']);

export const warned: Rule = {
  id: 'warned',
  category: 'target',
  level: 'warning',
  law: 'Compiling a schema gives no warning.',
  evidence: { grade: 'assumed', source: 'the compiler’s own findings' },
  page: 'The compiler warns of what it could not do as asked: a pin that names nothing or cannot be kept, a limit that is near.',
  *check({ diagnostics }) {
    for (const { code, severity, path, message, help } of diagnostics)
      if (severity === 'warning' && !OWN.has(code)) yield { path, message, help };
  },
};
