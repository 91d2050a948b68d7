import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (file: string) => fileURLToPath(new URL(`./src/${file}`, import.meta.url));
const needBuild = ['test/cli/**/*.test.ts', 'test/package/**/*.test.ts'];
const report = process.env.TEST_REPORT;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^bascule$/, replacement: source('index.ts') },
      { find: /^bascule\/runtime$/, replacement: source('runtime.ts') },
      { find: /^bascule\/standalone$/, replacement: source('standalone.ts') },
      { find: /^bascule\/client$/, replacement: source('client.ts') },
      { find: /^bascule\/emulator$/, replacement: source('emulator/index.ts') },
    ],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['test/**/*.test.ts'],
          exclude: needBuild,
          typecheck: {
            enabled: true,
            include: ['test/**/*.test-d.ts'],
            tsconfig: './tsconfig.json',
            ignoreSourceErrors: true, // `npm run types` is for those
          },
        },
      },
      { extends: true, test: { name: 'built', include: needBuild, globalSetup: './test/support/build.ts' } },
    ],
  },
});
