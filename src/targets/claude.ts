import { claudeModels } from './claude-models.js';
import type { TargetProfile } from './profile.js';
import { GUIDE, rule } from './rule.js';

/**
 * Structured outputs of the Claude Messages API: `output_config.format` and strict tools.
 * A whitelist: what is not named here is answered with a 400 as far as anyone has seen, nothing is ignored in silence.
 */
export const claude: TargetProfile = Object.freeze({
  name: 'claude',
  date: '2026-11-23',
  keywords: Object.freeze({
    // Lengths: the guide calls them unsupported, two public suites measured 200, an older report 400; enforcement unknown. So never sent.
    string: rule('documented', ['pattern', 'format'] as const, GUIDE),
    // "For 'integer' type, properties maximum, minimum are not supported".
    number: rule('documented', [] as const, GUIDE),
    // "For 'array' type, property 'maxItems' is not supported".
    array: rule('documented', ['minItems'] as const, GUIDE),
    annotations: rule(
      'observed',
      ['title', 'description', 'default', 'examples'] as const,
      `${GUIDE} for default; SDK examples; examples: public test suite, 2026-09`,
    ),
  }),
  besideUnion: rule(
    'observed',
    ['title', 'description', 'default'] as const,
    'public test suite measured live, 2026-09: any other key beside anyOf is a 400',
  ),
  formats: rule(
    'documented',
    ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'uri', 'ipv4', 'ipv6', 'uuid'] as const,
    GUIDE,
  ),
  minItems: rule('documented', [0, 1] as const, GUIDE),
  patterns: rule('documented', 'claude' as const, `${GUIDE}; anything else: "Unsupported regex feature in pattern field"`),
  // "Property keys should match pattern …", for every tool; assumed to hold for the output format too.
  propertyName: rule('observed', '^[a-zA-Z0-9_.-]{1,64}$', 'error text of the API for tools, strict or not'),
  // Beside scalars only, and never beside `enum`: "Enum value 'a' does not match declared type '['string', 'null']'".
  typeLists: rule('documented', true, GUIDE),
  mixedEnum: rule('observed', true, 'public threads: {"enum": ["a", null]} without type is taken, verified against the live API'),
  // "Circular reference detected in schema definitions" for recursion; references resolve from the document root only.
  definitions: rule('documented', true, GUIDE),
  requiredFirst: rule('documented', true, `${GUIDE}: "required properties appear first, followed by optional properties"`),
  root: Object.freeze({
    // Scalars: untested by anyone, so wrapped. A root union: each option itself an object or array.
    output: rule(
      'observed',
      ['object', 'array', 'union'] as const,
      'recorded traffic in anthropics/anthropic-sdk-python (array); public thread (union)',
    ),
    tool: rule(
      'observed',
      ['object'] as const,
      'error texts "input_schema.type: Input should be \'object\'", "input_schema does not support oneOf, allOf, or anyOf at the top level"',
    ),
    unionWithDefinitions: rule('observed', false, "error text \"For 'anyOf', '$defs' is not supported\""),
  }),
  toolName: rule(
    'documented',
    '^[a-zA-Z0-9_-]{1,64}$',
    'docs tool-use/define-tools: 128 since 2026-10, 64 before and in error texts',
  ),
  limits: Object.freeze({
    optional: rule('documented', 24, `${GUIDE}: per request, output format and strict tools together, nested ones included`),
    union: rule('documented', 16, `${GUIDE}: per request; anyOf and type lists alike`),
    strictTools: rule('documented', 20, GUIDE),
    // One tool's enum failed between 200 and 240 values.
    enumValues: rule('observed', 200, 'public thread'),
    // "Each optional parameter roughly doubles a portion of the grammar's state space": compilation was seen to fail from 11 to 13 on.
    advisedOptional: rule(
      'observed',
      10,
      'vercel/ai caps at 10, counted use by use; a request of 15 optionals and no union was refused (pome-sh/digital-twins#527)',
    ),
    advisedProperties: rule(
      'observed',
      70,
      'public test suite, 2026-09: about 70 properties and more, "The compiled grammar is too large"',
    ),
  }),
  models: claudeModels,
});
