import { isRecord } from '../../ir/json.js';
import { matcher } from '../../ir/matcher.js';
import { pointer } from '../../ir/pointer.js';
import { isCustom, titleOf, toolsOf } from './parts.js';
import { type Finding, rule } from './rule.js';

const HELP = 'Define the tool with `defineTool`, which lowers any schema to one that the API takes.';

/** The input of any tool, strict or not, is an object by itself, whose properties have names that the target takes (observed). */
export const toolInput = rule('tool-input', function* ({ body, target }): Iterable<Finding> {
  for (const { tool, path } of toolsOf(body)) {
    if (!isCustom(tool)) continue;
    const at = `${path}/input_schema`;
    const schema = tool['input_schema'];
    const title = titleOf(tool);
    if (!isRecord(schema))
      yield { path: at, message: `The tool ${title} has no \`input_schema\` that is an object.`, help: HELP };
    else {
      for (const keyword of ['oneOf', 'anyOf', 'allOf'])
        if (Object.hasOwn(schema, keyword))
          yield {
            path: `${at}/${keyword}`,
            message: `The input of ${title} is a choice or an intersection; it must be one object.`,
            help: HELP,
          };
      if (schema['type'] !== 'object')
        yield { path: `${at}/type`, message: `The input of ${title} must be of the \`type\` "object".`, help: HELP };
      yield* strayNames(schema, at, title, target.propertyName.value);
    }
  }
});

/** What stands under these is no schema. */
const VALUES: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'required']);
const MAPS: ReadonlySet<string> = new Set(['$defs', 'definitions', 'patternProperties', 'dependentSchemas']);

function* strayNames(schema: object, path: string, title: string, pattern: string): Iterable<Finding> {
  const open: { readonly node: object; readonly at: string; readonly isMap: boolean }[] = [
    { node: schema, at: path, isMap: false },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, at, isMap } = next;
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'object' || value === null || (!isMap && VALUES.has(key))) continue;
      const isNames = !isMap && key === 'properties' && !Array.isArray(value);
      for (const name of isNames ? Object.keys(value) : [])
        if (!matcher(pattern)(name))
          yield {
            path: pointer(`${at}/properties`, name),
            message: `The input of ${title} has a property ${JSON.stringify(name.slice(0, 80))}; names must match ${pattern}.`,
            help: `Use letters, digits, \`_\`, \`.\` and \`-\`, at most 64 of them. ${HELP}`,
          };
      open.push({ node: value, at: pointer(at, key), isMap: isNames || (!isMap && MAPS.has(key)) });
    }
  }
}
