/** What a comment asks to be passed over. */
export interface Directive {
  /** `line`: the place beside it; `schema`: the whole schema; `file`: all of the file. */
  readonly scope: 'line' | 'schema' | 'file';
  readonly rules: readonly string[];
  /** Empty where none is given. */
  readonly reason: string;
}

const WORD = 'bascule-ignore';
const WRITTEN = /(?:^|\s)bascule-ignore(?:-(schema|file))?(?![\w-])[ \t]*([\w, \t-]*?)[ \t]*(?::[ \t]*(.*?))?[ \t]*(?:\*\/)?$/gm;

/** Whether it is worth while to look for comments in a text. */
export function mayIgnore(text: string): boolean {
  return text.includes(WORD);
}

/** Whether a comment holds a single directive and no other words. */
export function isAlone(comment: string): boolean {
  return /^\s*bascule-ignore[^\n]*$/.test(comment);
}

/** The directives in a comment, each with the line of the comment it stands in, counted from 0. */
export function directivesIn(comment: string): readonly (Directive & { readonly line: number })[] {
  return [...comment.matchAll(WRITTEN)].map(({ 0: whole, 1: scope = 'line', 2: rules = '', 3: reason = '', index }) => ({
    scope: scope as Directive['scope'],
    rules: rules.split(/[\s,]+/).filter((rule) => rule !== ''),
    reason: reason.trim(),
    line: comment.slice(0, index + whole.indexOf(WORD)).split('\n').length - 1,
  }));
}
