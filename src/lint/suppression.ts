import type { About } from './rule.js';

/** What it is about is not in the schema but in the comments around it: whoever reads the files reports under its name. */
export const suppression: About = {
  id: 'suppression',
  category: 'suppressions',
  level: 'warning',
  law: 'Every suppression names its rules, gives a reason, and passes something over.',
  evidence: { grade: 'assumed', source: 'a suppression nobody can account for outlives its cause and hides the next fault' },
  page: `In a module, \`// bascule-ignore <rule>: <reason>\` passes over what the rule finds on its line, or on the next line of code; \`bascule-ignore-schema\` before an export, in the whole schema; \`bascule-ignore-file\` in the file.
In JSON the same stands in \`"$comment"\`: at its node, for the schema there and all within, or in the file. Several rules are parted by commas.
Remove what passes over nothing any more, and say why the others are there.`,
};
