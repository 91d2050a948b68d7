/** Where a rule of a target comes from: documented by its maker, implied by its SDK, observed by others, assumed. */
export type Evidence = 'documented' | 'sdk' | 'observed' | 'assumed';

export interface Rule<Value> {
  readonly value: Value;
  readonly evidence: Evidence;
  /** Short source of the evidence. */
  readonly source: string;
}

/** What a constrained-decoding engine takes, as data: passes ask it and know no engine by name. */
export interface TargetProfile {
  readonly name: string;
  /** ISO date of the evidence. */
  readonly date: string;
  /** Keywords taken beside each `type`, structural ones (`properties`, `items`, …) left out. */
  readonly keywords: {
    readonly string: Rule<readonly ('pattern' | 'format' | 'minLength' | 'maxLength')[]>;
    readonly number: Rule<readonly ('minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf')[]>;
    readonly array: Rule<readonly ('minItems' | 'maxItems' | 'uniqueItems')[]>;
    readonly annotations: Rule<readonly ('title' | 'description' | 'default' | 'examples')[]>;
  };
  /** Annotations taken beside `anyOf` (beside `$ref`: none). */
  readonly besideUnion: Rule<readonly ('title' | 'description' | 'default' | 'examples')[]>;
  readonly formats: Rule<readonly string[]>;
  /** Values of `minItems` that are taken. */
  readonly minItems: Rule<readonly number[]>;
  /** Name of the regular-expression subset in `targets/patterns/`. */
  readonly patterns: Rule<'claude' | 'none' | 'all'>;
  /** Property names must match this (JavaScript regular expression source). */
  readonly propertyName: Rule<string>;
  /** Whether `type` may list several scalar types. */
  readonly typeLists: Rule<boolean>;
  /** Whether `enum` may mix types when `type` is left out. */
  readonly mixedEnum: Rule<boolean>;
  /** Whether `$defs` and `$ref` are taken (never recursive). */
  readonly definitions: Rule<boolean>;
  /** Whether required properties are generated before optional ones whatever their order in the schema. */
  readonly requiredFirst: Rule<boolean>;
  /** `union`: `anyOf` whose every option is a kind of root allowed here too. */
  readonly root: {
    readonly output: Rule<readonly ('object' | 'array' | 'scalar' | 'union')[]>;
    readonly tool: Rule<readonly ('object' | 'array' | 'scalar' | 'union')[]>;
    /** Whether a root union may stand beside `$defs`. */
    readonly unionWithDefinitions: Rule<boolean>;
  };
  /** Tool names must match this (JavaScript regular expression source). */
  readonly toolName: Rule<string>;
  readonly limits: {
    readonly optional: Rule<number>;
    readonly union: Rule<number>;
    readonly strictTools: Rule<number>;
    /** Most values of one `enum`. */
    readonly enumValues: Rule<number>;
    /** Optional properties a plan aims below: compilation is known to fail earlier than `optional` says. */
    readonly advisedOptional: Rule<number>;
    /** Properties of all schemas together from which on compilation is known to fail. Default: not known. */
    readonly advisedProperties?: Rule<number>;
  };
  /**
   * What single models take. An entry names a model with or without its date; one that ends in `*` is how names start.
   * A model that no list names is taken for one that can.
   */
  readonly models?: {
    /** Models that are documented to have structured outputs. */
    readonly structuredOutputs: Rule<readonly string[]>;
    readonly withoutStructuredOutputs: Rule<readonly string[]>;
    /** Models that refuse `tool_choice` `any` and `tool`. */
    readonly withoutForcedTools: Rule<readonly string[]>;
    /** Models that refuse a conversation whose last message is the assistant's. */
    readonly withoutPrefill: Rule<readonly string[]>;
    /** Models that refuse `thinking` of the type "enabled" and sampling other than the usual. Default: none. */
    readonly withoutManualThinking?: Rule<readonly string[]>;
  };
}
