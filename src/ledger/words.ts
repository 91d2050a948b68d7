import type { Shape } from '../ir/shape.js';
import type { Verdict } from './fates.js';

export function isWords(keyword: string): keyword is 'title' | 'description' {
  return keyword === 'title' || keyword === 'description';
}

/** The fate of a title or description: what the lowered shapes of its node say, if they do not say something else instead. */
export function fateOfWords(keyword: 'title' | 'description', words: string | undefined, shapes: readonly Shape[]): Verdict {
  if (shapes.every((shape) => shape.kind === 'ref'))
    return { fate: 'inert', note: 'stands beside a shared definition, where the target takes no words' };
  if (words === undefined) return { fate: 'sent' };
  if (words.trim() === '') return { fate: 'inert', note: 'it is empty' };
  return shapes.some(({ kind, notes }) => kind !== 'ref' && notes?.[keyword]?.includes(words))
    ? { fate: 'sent' }
    : {
        fate: 'inert',
        note: 'another one is sent here, of the place that refers to this definition or of what it is merged with',
      };
}
