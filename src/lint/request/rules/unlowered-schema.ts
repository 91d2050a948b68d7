import { formatOf, isCustom, toolsOf } from '../../../client/preflight/parts.js';
import { schemaFaults } from '../../../emulator/schema/check.js';
import { inputFaults } from '../../../emulator/schema/input.js';
import type { TargetProfile } from '../../../targets/profile.js';
import type { Hit } from '../../rule.js';
import type { RequestRule } from '../rule.js';
import { sentence } from '../words.js';

export const unloweredSchema: RequestRule = {
  id: 'unlowered-schema',
  category: 'target',
  level: 'error',
  law: 'The schemas of the output format and of strict tools are sent as the API takes them.',
  evidence: {
    grade: 'documented',
    source: 'docs build-with-claude/structured-outputs; rules of the target profile: `bascule explain claude`',
  },
  page: 'A request file is looked at as it would be sent. A schema with `minimum`, an open object, a tuple or a recursion is a 400 there; `bascule compile` and `parse` lower it first.\nGive the schema as `output`, the tool through `defineTool`, or send what `bascule explain schema.json --wire` prints.',
  *check({ body, target }) {
    const place =
      body['output_format'] === undefined || body['output_format'] === null ? '/output_config/format' : '/output_format';
    const schema = formatOf(body)?.['schema'];
    if (schema !== undefined) yield* hits(schema, 'output', `${place}/schema`, target);
    for (const { tool, path } of toolsOf(body))
      if (isCustom(tool) && tool['strict'] === true && tool['input_schema'] !== undefined)
        yield* hits(tool['input_schema'], 'tool', `${path}/input_schema`, target);
  },
};

function* hits(schema: unknown, mode: 'output' | 'tool', at: string, target: TargetProfile): Iterable<Hit> {
  // What holds for any tool has a rule of its own.
  const told = new Set(mode === 'tool' ? inputFaults(schema, target, true).map(({ path }) => path) : []);
  for (const { path, message } of schemaFaults(schema, mode, target))
    if (!told.has(path))
      yield {
        path: at + path,
        message: `The API does not take this schema as it is: ${sentence(message)}`,
        help:
          mode === 'output'
            ? 'Give the schema as `output` of `parse` or `compileRequest`, or send `compile(schema).format`.'
            : 'Define the tool with `defineTool`, or take `strict` away.',
      };
}
