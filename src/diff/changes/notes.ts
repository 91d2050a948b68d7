import { sameJson } from '../../ir/equal.js';
import type { Shape } from '../../ir/shape.js';
import type { Comparing } from './index.js';
import { shown } from './words.js';

const NOTES = ['title', 'description', 'default', 'examples', 'pins'] as const;

/** What is said to people and to the model. */
export function noteChanges(comparing: Comparing, x: Shape, y: Shape): void {
  for (const name of NOTES) {
    const [was, now] = [x.notes?.[name], y.notes?.[name]];
    if (sameJson(was, now)) continue;
    const word = name === 'pins' ? 'encoding that is asked for' : name;
    if (was === undefined) comparing.add(y.path, `the ${word} is new: ${shown(now)}`, { note: true });
    else if (now === undefined) comparing.add(y.path, `the ${word} is gone`, { note: true });
    else comparing.add(y.path, `the ${word} was ${shown(was)} and is now ${shown(now)}`, { note: true });
  }
}
