import { prefill as law } from '../../../client/preflight/prefill.js';
import { preflighted } from '../preflighted.js';

export const prefill = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'The conversation ends with a message of the user.',
  evidence: {
    grade: 'documented',
    source:
      'docs build-with-claude/structured-outputs: prefill is incompatible with JSON outputs; models from Claude 4.6 on refuse it altogether',
  },
  page: 'A last message of the assistant is the start of its answer. With a format, and on newer models, that is a 400.\nLeave it out: the format already makes the answer JSON. A turn that paused (`pause_turn`) is sent back as it is, and is none.',
});
