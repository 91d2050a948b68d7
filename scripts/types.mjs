// The sources, then what a consumer sees of the built declarations, under each TypeScript we support.
// Our own declarations are checked in full (skipLibCheck off); what is wrong inside a dependency's is not ours to report.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../', import.meta.url));
const bundler = { module: 'esnext', moduleResolution: 'bundler' };
const projects = [
  { name: 'sources', config: 'tsconfig.json', options: {} },
  { name: 'consumer, nodenext', config: 'scripts/consumer/tsconfig.json', options: {} },
  { name: 'consumer, bundler', config: 'scripts/consumer/tsconfig.json', options: bundler },
];
const compilers = [
  { name: 'typescript-5.9', check: byProgram },
  { name: 'typescript', check: byProgram },
  { name: 'typescript-7', check: byCommand }, // fast enough to check the dependencies' declarations too
];

if (!existsSync(`${root}dist/index.d.ts`) && !run('npm', ['run', 'build'], process.platform === 'win32')) process.exit(1);

for (const { name: compiler, check } of compilers) {
  const { version } = require(`${compiler}/package.json`);
  for (const project of projects) {
    const from = Date.now();
    const ok = check(compiler, project);
    console.log(
      `${ok ? 'ok    ' : 'FAILED'} TypeScript ${version}: ${project.name} (${((Date.now() - from) / 1000).toFixed(1)} s)`,
    );
    if (!ok) process.exitCode = 1;
  }
}

function byProgram(compiler, { config, options }) {
  const ts = require(compiler);
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => console.error(d.messageText) };
  const parsed = ts.getParsedCommandLineOfConfigFile(
    root + config,
    ts.convertCompilerOptionsFromJson(options, root).options,
    host,
  );
  if (!parsed) return false;
  const program = ts.createProgram({ rootNames: parsed.fileNames, options: parsed.options });
  const ours = program.getSourceFiles().filter((file) => !file.fileName.includes('/node_modules/'));
  const found = [
    ...parsed.errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
  const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  if (found.length > 0) console.error(ts.formatDiagnostics(found, format));
  return found.length === 0;
}

function byCommand(compiler, { config, options }) {
  const flags = Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]);
  return run(process.execPath, [`${root}node_modules/${compiler}/bin/tsc`, '-p', config, '--pretty', 'false', ...flags]);
}

function run(command, args, shell = false) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0;
}
