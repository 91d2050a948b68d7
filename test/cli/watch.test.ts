import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { INVOICE, ITEM, type JsonReport, type Project, project } from './harness.js';

/** Runs `compile --watch` until the steps are done; each step waits for the report that follows it. */
async function watching(made: Project, argv: string[], ...steps: ((report: JsonReport) => void)[]) {
  const controller = new AbortController();
  const reports: JsonReport[] = [];
  let arrived = () => {};
  const running = made.run(['compile', '--watch', '--format', 'json', ...argv], {
    signal: controller.signal,
    onOutput(text) {
      for (const line of text.trimEnd().split('\n')) reports.push(JSON.parse(line));
      arrived();
    },
  });
  const next = async (count: number) => {
    const deadline = Date.now() + 20_000;
    while (reports.length < count) {
      if (Date.now() > deadline) throw new Error(`report ${count} did not come; there are ${JSON.stringify(reports)}`);
      await Promise.race([new Promise<void>((resolve) => (arrived = resolve)), sleep(500)]);
    }
    await sleep(100);
    return reports[count - 1] as JsonReport;
  };
  for (const [index, step] of steps.entries()) step(await next(index + 1));
  const last = await next(steps.length + 1);
  controller.abort();
  const { code, stderr } = await running;
  return { code, stderr, reports, last };
}

const statuses = (report: JsonReport | undefined) => report?.artifacts?.map(({ file, status }) => `${status} ${file}`);

describe('compile --watch', () => {
  test('compiles again when a module, something it imports, or the configuration changes; ends with 0', async () => {
    const made = project({
      'src/invoice.ts':
        "import { Line } from './line.js';\nimport { z } from 'zod';\nexport const Invoice = z.object({ lines: z.array(Line) });\n",
      'src/line.ts': "import { z } from 'zod';\nexport const Line = z.object({ name: z.string() });\n",
      'item.json': ITEM,
      'bascule.config.ts': "export default { schemas: ['src/invoice.ts', 'item.json'], out: 'gen', emit: 'json' };\n",
    });
    const { code, stderr, reports, last } = await watching(
      made,
      [],
      () =>
        made.write(
          'src/line.ts',
          "import { z } from 'zod';\nexport const Line = z.object({ name: z.string(), count: z.number() });\n",
        ),
      () => made.write('item.json', ITEM.replaceAll('name', 'title')),
      () => made.write('bascule.config.ts', "export default { schemas: ['item.json'], out: 'gen', emit: 'json' };\n"),
    );
    expect(statuses(reports[0])).toEqual(['written gen/invoice.bascule.json', 'written gen/item.bascule.json']);
    expect(statuses(reports[1])).toEqual(['written gen/invoice.bascule.json', 'unchanged gen/item.bascule.json']);
    expect(made.read('gen/invoice.bascule.json')).toContain('count');
    expect(statuses(reports[2])).toEqual(['unchanged gen/invoice.bascule.json', 'written gen/item.bascule.json']);
    expect(statuses(last)).toEqual(['unchanged gen/item.bascule.json', 'left-over gen/invoice.bascule.json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Watching 4 files; Ctrl-C ends it\.\n/);
  });

  test('no error ends it: broken modules and configurations are told, and mended ones compiled', async () => {
    const made = project({
      'src/invoice.ts': INVOICE,
      'bascule.config.json': '{ "schemas": ["src"], "out": "gen", "emit": "json" }',
    });
    const { code, reports, last } = await watching(
      made,
      [],
      () => made.write('src/invoice.ts', 'export const Invoice = {'),
      () => made.write('src/invoice.ts', "export const Invoice = { $ref: 'https://example.com/x' };"),
      () => made.write('bascule.config.json', '{ "schema": [] }'),
      () => made.write('bascule.config.json', '{ "schemas": ["src"], "out": "gen", "emit": "json" }'),
      () => made.write('src/invoice.ts', INVOICE.replace('total', 'sum')),
    );
    expect(reports.map((report) => [report.exit, report.findings[0]?.code])).toEqual([
      [0, undefined],
      [2, 'module-syntax'],
      [1, 'external-ref'],
      [2, 'config'],
      [1, 'external-ref'],
      [0, undefined],
    ]);
    expect(statuses(last)).toEqual(['written gen/invoice.bascule.json']);
    expect(code).toBe(0);
  });

  test('a new file in a folder that is compiled counts too; artifacts written there do not', async () => {
    const made = project({ 'src/invoice.ts': INVOICE });
    const { reports, last } = await watching(
      made,
      ['src', '--out', 'src', '--emit', 'json'],
      () => made.write('src/nested/item.json', ITEM),
      () => made.write('src/nested/item.json', ITEM.replaceAll('name', 'title')),
    );
    expect(statuses(reports[0])).toEqual(['written src/invoice.bascule.json']);
    expect(statuses(last)?.sort()).toEqual(['unchanged src/invoice.bascule.json', 'written src/item.bascule.json']);
    expect(reports.length).toBe(3);
  });
});
