import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainable, SchemasAsked } from './explain-error.js';
import { type WireNode, wireNodes } from './wire-nodes.js';

interface Refused {
  readonly match: RegExpExecArray;
  /** The schema that the words are about, as far as they say. */
  readonly schema: Explainable | undefined;
  /** `the output`, `the tool "x"`. */
  readonly subject: string;
  readonly schemas: SchemasAsked;
}

interface Rejection {
  /** A part of the API's words that has been stable; the rest may change (observed: public threads and test suites). */
  readonly fragment: RegExp;
  explain(refused: Refused): readonly Diagnostic[];
}

const MOST_PLACES = 20;
const REPORT =
  'The profile does not know this yet: please report it as a bug of bascule, or compile with a `target` of your own that leaves it out.';
const SIMPLER =
  'Make properties required, use fewer unions, split the request, or send rarely used tools with `strict: false`. `spend` says what each schema takes.';

/** What the API says of schemas, the more special first. */
export const REJECTIONS: readonly Rejection[] = [
  {
    fragment: /too many optional parameters \((\d+)\)(?:.*limit: (\d+))?/s,
    explain: ({ match, schemas }) => [
      {
        code: 'too-many-optional',
        severity: 'error',
        path: '',
        message: `The request has ${match[1]} optional properties${match[2] ? `, of which ${match[2]} are taken` : ''}: ${places(schemas, (node) => node.optional)}.`,
        help: "Make some required, or pin some with the option `encode: { [path]: 'nullable' }` or `'list'`; a tool that may be loose takes `strict: false`.",
      },
    ],
  },
  {
    fragment: /too many parameters with union types \((\d+)/,
    explain: ({ match, schemas }) => [
      {
        code: 'too-many-unions',
        severity: 'error',
        path: '',
        message: `The request has ${match[1]} unions: ${places(schemas, ({ node }) => 'anyOf' in node || Array.isArray(node['type']))}.`,
        help: "Pin nullable properties with `encode: { [path]: 'list' }` and unions with `'lists'`, or send fewer strict tools.",
      },
    ],
  },
  {
    fragment: /Too many strict tools \((\d+)\)/,
    explain: ({ match, schemas }) => [
      {
        code: 'too-many-strict-tools',
        severity: 'error',
        path: '',
        message: `The request has ${match[1]} strict tools: ${schemas.tools.map(({ name }) => name).join(', ')}.`,
        help: 'Define those that matter less with `strict: false`.',
      },
    ],
  },
  {
    fragment: /too complex for compilation|Schema is too complex|compiled grammar is too large|compilation timed out/i,
    explain: () => [
      {
        code: 'too-complex',
        severity: 'error',
        path: '',
        message: 'The schemas of the request are within the documented limits, but their grammar is too large for the API.',
        help: SIMPLER,
      },
    ],
  },
  {
    fragment: /Circular reference detected[^:]*: ([^.]+)/,
    explain: (refused) => one(refused, 'circular', `The definitions ${refused.match[1]} refer to each other.`, recursionHelp),
  },
  {
    fragment: /non-existent definition: (\S+)/,
    explain: (refused) => at(refused, ({ node }) => node['$ref'] === refused.match[1], 'dangling-ref', REPORT),
  },
  {
    fragment: /format '([^']+)' is not supported/,
    explain: (refused) => at(refused, ({ node }) => node['format'] === refused.match[1], 'format', REPORT),
  },
  {
    fragment: /regex feature|pattern is too complex|range quantifier/i,
    explain: (refused) =>
      at(
        refused,
        ({ node }) => 'pattern' in node,
        'pattern',
        'Write the pattern more simply: smaller `{n,m}`, no nested repetitions; or check it in a refinement, which is not sent.',
      ),
  },
  {
    fragment: /Enum value (.+?) does not match declared type/,
    explain: (refused) => at(refused, ({ node }) => 'enum' in node && 'type' in node, 'enum-type', REPORT),
  },
  {
    fragment: /Property keys should match/,
    explain: (refused) => one(refused, 'property-name', 'A property has a name that the API does not take.', () => REPORT),
  },
  {
    fragment:
      /For '(\w+)'(?: type)?, (?:propert(?:y|ies) )?('?[\w$, '-]+?'?)(?: values other than 0 or 1)?(?:: \w+)?'? (?:is|are) not supported/,
    explain: (refused) => {
      const [, type, list = ''] = refused.match;
      const keywords = list.match(/[\w$]+/g) ?? [];
      const typed = ({ node }: WireNode) => (type === 'anyOf' ? 'anyOf' in node : node['type'] === type);
      return at(refused, (each) => typed(each) && keywords.some((keyword) => keyword in each.node), 'keyword', REPORT);
    },
  },
  {
    fragment: /Schema (?:type|keyword) '(\w+)' is not supported/,
    explain: (refused) => at(refused, ({ node }) => (refused.match[1] as string) in node, 'keyword', REPORT),
  },
  {
    fragment:
      /additionalProperties|Schema type is missing|Empty schema|does not support oneOf, allOf, or anyOf|single object schema for 'items'/,
    explain: (refused) => one(refused, 'wire', 'The schema that was sent has a form that the API does not take.', () => REPORT),
  },
];

const recursionHelp = () =>
  `Recursive schemas travel as tables by default; \`recursion: { unroll: n }\` writes levels out. ${REPORT}`;

function one({ subject }: Refused, code: string, message: string, help: () => string): Diagnostic[] {
  return [{ code: `rejected-${code}`, severity: 'error', path: '', message: `In ${subject}: ${message}`, help: help() }];
}

/** One finding for each node that the words may mean; one for all of the schema where none is found. Nothing where the words are about no schema of ours. */
function at(refused: Refused, meant: (node: WireNode) => boolean, code: string, help: string): Diagnostic[] {
  const { schema, subject, match } = refused;
  if (!schema) return [];
  const words = match[0].trim();
  const paths = new Set(
    wireNodes(schema.wire, schema.lowered)
      .filter(meant)
      .map(({ path }) => path),
  );
  return [...(paths.size > 0 ? paths : [''])].slice(0, MOST_PLACES).map((path) => ({
    code: `rejected-${code}`,
    severity: 'error',
    path,
    message: `In ${subject} the API does not take what stands here: ${words}.`,
    help,
  }));
}

function places({ output, tools }: SchemasAsked, meant: (node: WireNode) => boolean): string {
  const named = [{ name: 'output', schema: output }, ...tools].flatMap(({ name, schema }) =>
    schema
      ? wireNodes(schema.wire, schema.lowered)
          .filter(meant)
          .map(({ path }) => `${name}${path}`)
      : [],
  );
  const more = named.length - MOST_PLACES;
  return `${named.slice(0, MOST_PLACES).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
