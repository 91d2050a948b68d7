import { defineConfig, type Options } from 'tsup';

const library = { index: 'src/index.ts', runtime: 'src/runtime.ts' };

// Dependencies and peer dependencies stay external by themselves. The two builds run in parallel: `npm run build` empties dist.
const shared: Options = {
  platform: 'node',
  target: 'node20',
  removeNodeProtocol: false,
  splitting: true, // one copy of a class whatever the entry, and commands that load when first used
  dts: { entry: library, compilerOptions: { ignoreDeprecations: '6.0' } },
};

export default defineConfig([
  { ...shared, format: 'esm', entry: { ...library, 'cli/main': 'cli/main.ts' } },
  { ...shared, format: 'cjs', entry: library },
]);
