import { deferredCache as law } from '../../../client/preflight/deferred-cache.js';
import { preflighted } from '../preflighted.js';

export const deferredWithCacheControl = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A deferred tool marks no end of the cached prefix.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/tool-search-tool: `defer_loading` with `cache_control` on one tool is a 400',
  },
  page: 'A deferred tool is not part of the prompt until it is found, so nothing can be cached up to it.\nPut `cache_control` on the last tool that is loaded at once.',
});
