export interface WorkflowOptions {
  /** The folder of the project within its repository, with `/`; empty at its root. */
  readonly folder: string;
  /** How dependencies are installed. */
  readonly install: string;
  /** Whether findings go to code scanning, or else to annotations. */
  readonly codeScanning: boolean;
  /** Whether `check` can compare with another commit. */
  readonly against: boolean;
}

const BASE = `\${BASE:+--against "origin/$BASE"}`;

/** A workflow of GitHub Actions. Each of its `run` steps also works on a developer's machine. */
export function workflow({ folder, install, codeScanning, against }: WorkflowOptions): string {
  const format = codeScanning ? '--format sarif --output-file bascule.sarif' : '--format github';
  const lines = [
    '# Written by "bascule init"; it is yours to change.',
    'name: bascule',
    'on:',
    '  push:',
    '    branches: [main, master]',
    '  pull_request:',
    'permissions:',
    '  contents: read',
    ...(codeScanning ? ['  security-events: write'] : []),
    'jobs:',
    '  check:',
    '    runs-on: ubuntu-latest',
    ...(folder === '' ? [] : ['    defaults:', '      run:', `        working-directory: ${JSON.stringify(folder)}`]),
    '    steps:',
    '      - uses: actions/checkout@v4',
    '        with:',
    '          fetch-depth: 0 # the whole history, so that schemas can be compared with those of another commit',
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 22',
    `      - run: ${install}`,
    `      - run: npx bascule check ${format}${against ? ` ${BASE}` : ''}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
    ...(against ? ['        env:', '          BASE: ${{ github.base_ref }}'] : []),
    ...(codeScanning
      ? [
          '      - uses: github/codeql-action/upload-sarif@v3',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
          '        if: ${{ !cancelled() }}',
          '        with:',
          `          sarif_file: ${JSON.stringify([folder, 'bascule.sarif'].filter((part) => part !== '').join('/'))}`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}
