import { defineConfig, type Options } from 'tsup';

const library = {
  index: 'src/index.ts',
  runtime: 'src/runtime.ts',
  standalone: 'src/standalone.ts',
  client: 'src/client.ts',
  emulator: 'src/emulator/index.ts',
};

// Dependencies and peer dependencies stay external by themselves. The two builds run in parallel: `npm run build` empties dist.
const shared: Options = {
  platform: 'node',
  target: 'node20',
  removeNodeProtocol: false,
  splitting: true, // one copy of a class whatever the entry, and commands that load when first used
  dts: { entry: library, compilerOptions: { ignoreDeprecations: '6.0' } },
};

// CommonJS: shims stand in for import.meta.url; with treeshake, rollup splits it (tsup's own way rewrites `?.` and `??` into slow calls).
export default defineConfig([
  { ...shared, format: 'esm', entry: { ...library, 'cli/main': 'cli/main.ts', 'cli/worker': 'cli/isolate/worker.ts' } },
  { ...shared, format: 'cjs', entry: library, shims: true, treeshake: true },
]);
