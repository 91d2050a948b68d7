import { namesModel } from '../../targets/model-name.js';
import { rule } from './rule.js';

const USUAL = { temperature: 1, top_p: 1, top_k: 0 };

/** Sampling other than the usual is a 400 for models from 4.7 on (documented: release notes). */
export const sampling = rule('sampling', function* ({ body, target }) {
  const { model } = body;
  if (typeof model !== 'string' || !namesModel(target.models?.withoutManualThinking?.value ?? [], model)) return;
  for (const [name, usual] of Object.entries(USUAL)) {
    const given = body[name];
    if (given === undefined || given === null || given === usual) continue;
    yield {
      path: `/${name}`,
      message: `${JSON.stringify(model)} does not take another \`${name}\` than ${usual}; the request sets ${JSON.stringify(given).slice(0, 40)}.`,
      help: `Leave \`${name}\` out, and say in words how free or exact the answer should be.`,
    };
  }
});
