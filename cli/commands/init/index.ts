import { existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { Failure, usage } from '../../failure.js';
import { timeoutOf } from '../../load/config.js';
import { configNames } from '../../load/config-names.js';
import { expand } from '../../load/expand.js';
import { Modules } from '../../load/modules.js';
import { PARTS } from '../check/parts/index.js';
import { command } from '../command.js';
import { findSchemas } from './find.js';
import { dependsOnBascule, installCommand, repositoryRoot } from './project.js';
import { initReport } from './report.js';
import { settle } from './settle.js';
import { workflow } from './workflow.js';

const OPTIONS = {
  out: { type: 'string', argument: 'folder', help: 'where the configuration has artifacts written (default: none are)' },
  'no-workflow': { type: 'boolean', help: 'write only the configuration' },
  'code-scanning': { type: 'boolean', help: 'have the workflow upload findings to code scanning, instead of annotations' },
  'dry-run': { type: 'boolean', help: 'write nothing; show what would be' },
  force: { type: 'boolean', help: 'overwrite files that exist' },
} as const;

export const initCommand = command({
  usage: 'init [address…] [options]',
  about: `Writes bascule.config.json, with the addresses named or else with those of all Zod and TypeBox schemas and JSON Schemas in the folder,
and a workflow for GitHub Actions that runs "bascule check". Modules are read, not run. A file that exists is left as it is.`,
  options: OPTIONS,
  examples: ['bascule init', 'bascule init src/schemas --no-workflow', 'bascule init --dry-run'],
  async run(context) {
    const { cwd, options, positionals } = context;
    if (positionals.includes('-'))
      throw usage('A configuration cannot name standard input.', 'Name a file, such as schema.json.');
    const modules = new Modules({ io: context.io, cwd, timeout: timeoutOf(options, undefined) });
    for (const address of positionals) await expand(address, [], cwd, modules);
    const schemas = positionals.length > 0 ? positionals : await findSchemas(cwd);
    if (schemas.length === 0) throw none(cwd);
    const root = repositoryRoot(cwd);
    const how = { force: options.force === true, dry: options['dry-run'] === true };
    const config = {
      $schema: './node_modules/bascule/schemas/config.json',
      schemas,
      ...(options.out !== undefined && { out: options.out }),
    };
    const file = join(cwd, 'bascule.config.json');
    const instead = configNames(cwd).find((each) => each !== file && existsSync(each));
    const files = [settle({ file, text: `${JSON.stringify(config, null, 2)}\n`, purpose: 'the configuration', instead }, how)];
    if (!options['no-workflow']) {
      const text = workflow({
        folder: relative(root, cwd).split(sep).join('/'),
        install: installCommand(cwd, root),
        codeScanning: options['code-scanning'] === true,
        against: PARTS.some((part) => 'against' in part.options),
      });
      files.push(settle({ file: join(root, '.github', 'workflows', 'bascule.yml'), text, purpose: 'the workflow' }, how));
    }
    const report = initReport({ cwd, schemas, files, dry: how.dry, installed: dependsOnBascule(cwd) });
    await context.print(report);
    return report.exit;
  },
});

function none(cwd: string): Failure {
  return new Failure({
    code: 'no-schema',
    message: `No module in ${basename(cwd)} exports a Zod or TypeBox schema that it makes, and no JSON file there holds a JSON Schema, so there is nothing to configure (tests, builds and node_modules left out).`,
    help: 'Name where the schemas are: bascule init src/schemas. Export the schemas themselves, not functions that make them.',
    file: cwd,
  });
}
