/** The strings that a template literal's pattern stands for; the patterns are those that TypeBox 1.x writes. */
export type TemplateV1<Pattern> = Pattern extends `^${infer Inner}$` ? Sequence<Inner> : string;

type Sequence<Pattern extends string, Done extends string = ''> = Pattern extends ''
  ? Done
  : Pattern extends `.*${infer Rest}`
    ? Sequence<Rest, `${Done}${string}`>
    : Pattern extends `-?(?:0|[1-9][0-9]*)n${infer Rest}`
      ? Sequence<Rest, `${Done}${bigint}`>
      : Pattern extends `-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?${infer Rest}`
        ? Sequence<Rest, `${Done}${number}`>
        : Pattern extends `-?(?:0|[1-9][0-9]*)${infer Rest}`
          ? Sequence<Rest, `${Done}${number}`>
          : Pattern extends `(${infer Rest}`
            ? Group<Rest> extends [infer Options extends string, infer After extends string]
              ? Sequence<After, `${Done}${Options}`>
              : string
            : Pattern extends `\\${infer Char}${infer Rest}`
              ? Sequence<Rest, `${Done}${Char}`>
              : Pattern extends `${infer Char}${infer Rest}`
                ? Sequence<Rest, `${Done}${Char}`>
                : string;

/** What follows an opening parenthesis: the options up to its own closing one, and the rest. */
type Group<
  Pattern extends string,
  Option extends string = '',
  Options extends string = never,
  Depth extends unknown[] = [],
> = Pattern extends `(?:${infer Rest}`
  ? Group<Rest, `${Option}(?:`, Options, [...Depth, 0]>
  : Pattern extends `(${infer Rest}`
    ? Group<Rest, `${Option}(`, Options, [...Depth, 0]>
    : Pattern extends `)${infer Rest}`
      ? Depth extends [unknown, ...infer Outer]
        ? Group<Rest, `${Option})`, Options, Outer>
        : [Options | Sequence<Option>, Rest]
      : Pattern extends `|${infer Rest}`
        ? Depth extends []
          ? Group<Rest, '', Options | Sequence<Option>>
          : Group<Rest, `${Option}|`, Options, Depth>
        : Pattern extends `${infer Char}${infer Rest}`
          ? Group<Rest, `${Option}${Char}`, Options, Depth>
          : string;
