import { domains as law } from '../../../client/preflight/domains.js';
import { preflighted } from '../preflighted.js';

export const domains = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A web tool allows domains or blocks domains, not both.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/web-search-tool: `allowed_domains` cannot be used alongside `blocked_domains`',
  },
  page: 'With both the request is a 400.\nKeep `allowed_domains`, since what it does not name is blocked anyway; or `blocked_domains` alone.',
});
