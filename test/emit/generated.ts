import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules/.cache');

/** A directory of generated modules, from which the packages and the schemas of the tests can be imported. */
export class Generated {
  #directory: string | undefined;

  /** Made when it is first asked for. */
  get directory(): string {
    if (this.#directory === undefined) {
      mkdirSync(cache, { recursive: true });
      this.#directory = mkdtempSync(join(cache, 'generated-'));
    }
    return this.#directory;
  }

  write(name: string, text: string): string {
    const file = join(this.directory, name);
    writeFileSync(file, text);
    return file;
  }

  /** How a module here imports a file of the repository. */
  importOf(file: string): string {
    return relative(this.directory, join(root, file)).split(sep).join('/').replace(/\.ts$/, '.js');
  }

  remove(): void {
    if (this.#directory !== undefined) rmSync(this.#directory, { recursive: true, force: true });
  }
}

/** What a bundle of a module holds. `built`: with the runtime in `dist` instead of the sources. */
export async function bundle(
  entry: string,
  options: { readonly format?: 'esm' | 'cjs'; readonly external?: readonly string[]; readonly built?: boolean } = {},
): Promise<{ readonly code: string; readonly files: readonly string[] }> {
  const { format = 'esm', external = [], built = false } = options;
  const entryOf = (name: string) => join(root, built ? `dist/${name}.${format === 'esm' ? 'js' : 'cjs'}` : `src/${name}.ts`);
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    format,
    external: [...external],
    alias: {
      'bascule/runtime': entryOf('runtime'),
      'bascule/standalone': entryOf('standalone'),
      'bascule/client': entryOf('client'),
    },
    write: false,
    metafile: true,
    logLevel: 'silent',
    absWorkingDir: root,
    tsconfigRaw: {},
  });
  const [output] = Object.values(result.metafile.outputs);
  const files = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { code: result.outputFiles[0]?.text ?? '', files: files.map(([file]) => file) };
}

/** What TypeScript has to say against modules under the settings of this package. */
export function typeErrors(files: readonly string[]): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram({ rootNames: [...files], options });
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ start = 0, messageText }) =>
        `${relative(root, file)}:${(source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
}

interface Chunks {
  /** Minified and gzipped, each chunk by itself. */
  readonly bytes: number;
  readonly files: readonly string[];
}

/** What a module loads at once when it is bundled in chunks, and what only when it is needed. */
export async function chunks(
  entry: string,
  external: readonly string[],
): Promise<{ readonly first: Chunks; readonly later: Chunks }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    splitting: true,
    platform: 'neutral',
    format: 'esm',
    external: [...external],
    alias: { 'bascule/client': join(root, 'src/client.ts') },
    write: false,
    outdir: join(root, 'node_modules/.cache/chunks'),
    metafile: true,
    logLevel: 'silent',
    absWorkingDir: root,
    tsconfigRaw: {},
  });
  const all = Object.keys(metafile.outputs);
  const first = new Set<string>();
  const load = (name: string): void => {
    if (first.has(name)) return;
    first.add(name);
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind !== 'dynamic-import' && all.includes(path)) load(path);
  };
  load(all.find((name) => metafile.outputs[name]?.entryPoint?.endsWith('.main.ts')) as string);
  const sum = (names: readonly string[]): Chunks => ({
    bytes: names.reduce((total, name) => {
      const file = outputFiles.find(({ path }) => path.endsWith(name.split('/').at(-1) as string));
      return total + gzipSync(file?.contents ?? '', { level: 9 }).length;
    }, 0),
    files: names.flatMap((name) =>
      Object.entries(metafile.outputs[name]?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [file] : [],
      ),
    ),
  });
  return { first: sum([...first]), later: sum(all.filter((name) => !first.has(name))) };
}
