import { parallelProgrammatic as law } from '../../../client/preflight/parallel-programmatic.js';
import { preflighted } from '../preflighted.js';

export const parallelProgrammatic = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'Parallel calls stay on where code may call tools.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/programmatic-tool-calling: `disable_parallel_tool_use: true` is not supported',
  },
  page: 'A program calls tools as it likes.\nLeave `disable_parallel_tool_use` out, or let only the model call the tools.',
});
