import { isCustom, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import type { RequestRule } from '../rule.js';
import { likenesses } from '../similar.js';

export const similarTools: RequestRule = {
  id: 'similar-tools',
  category: 'tools',
  level: 'warning',
  law: 'The model can tell any two tools apart.',
  evidence: { grade: 'assumed', source: 'docs tool-use/define-tools advises fewer tools with distinct purposes' },
  page: 'Where two tools have the same name but for its spelling, or descriptions that say the same, the model calls either. `get_user` and `get_order` are told apart by their words; `getUser` beside `get_user` are not.\nMerge them, or say in each description when the other is the right one.',
  *check({ body }) {
    const tools = toolsOf(body).filter(({ tool }) => isCustom(tool) && typeof tool['name'] === 'string');
    const named = tools.map(({ tool: { name, description } }) => ({
      name: name as string,
      description: typeof description === 'string' ? description : '',
    }));
    for (const { first, second, by } of likenesses(named)) {
      const [one, other] = [tools[first], tools[second]];
      if (!one || !other) continue;
      yield {
        path: by === 'name' ? `${other.path}/name` : `${other.path}/description`,
        message: `The tools ${titleOf(one.tool)} (${one.path}) and ${titleOf(other.tool)} have ${by === 'name' ? 'names that differ in spelling only' : 'descriptions that say the same'}, so the model may call either.`,
        help: 'Merge them, or say in each description when the other one is right.',
      };
    }
  },
};
