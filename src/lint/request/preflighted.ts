import type { Rule as Preflight } from '../../client/preflight/rule.js';
import type { About } from '../rule.js';
import type { RequestRule } from './rule.js';

/** A rule that refuses requests before they are sent, as a rule of lint: the law is there, and what is said about it here. */
export function preflighted(rule: Preflight, about: Omit<About, 'id'>): RequestRule {
  return {
    ...about,
    id: rule.code,
    *check({ body, target }) {
      for (const { path, message, help } of rule.check({ body, target })) yield { path, message, help };
    },
  };
}
