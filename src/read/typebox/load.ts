/**
 * Loads modules that the user's program has and this package does not depend on: as seen from here, from the
 * working directory, and from the program's main file. Undefined where nothing can be loaded, as in a browser.
 */
export function load<Module>(read: (require: NodeJS.Require) => Module): Module | undefined {
  for (const require of requires())
    try {
      return read(require);
    } catch {
      // not to be found from there
    }
  return undefined;
}

function* requires(): Generator<NodeJS.Require> {
  const runtime = (globalThis as { process?: Partial<NodeJS.Process> }).process;
  const createRequire = runtime?.getBuiltinModule?.('node:module')?.createRequire;
  if (!createRequire) return;
  for (const file of [here(), runtime.cwd && `${runtime.cwd()}/_`, runtime.argv?.[1]])
    try {
      if (file) yield createRequire(file);
    } catch {
      // no absolute path
    }
}

function here(): string | undefined {
  return typeof __filename === 'string' ? __filename : (import.meta.url as string | undefined);
}
