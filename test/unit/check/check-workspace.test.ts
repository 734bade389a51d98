import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkspace } from '../../../src/check/check-workspace.ts';
import type { CheckedWorkspace } from '../../../src/check/check-workspace.ts';
import { rules } from '../../../src/check/registry.ts';
import { ruleGroups } from '../../../src/check/rule.ts';
import { ruleCodes } from '../../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { workspaceAt } from '../../../src/workspace/workspace.ts';
import { writeFiles } from '../../support/galley.ts';
import {
  checkFiles,
  completeIssue,
  exampleDay,
  exampleFiles,
  freshWorkspace,
} from '../../support/rule-examples.ts';

const picture = '- kind: topic\n  body: |\n    ![](https://a.example/a.png)';
const long = 'subject: Fifty-one characters of a subject, when counted by 1';

describe('checkWorkspace', () => {
  let root = '';
  const check = (slugs: readonly string[] = [], signal = new AbortController().signal) =>
    checkWorkspace(workspaceAt(root), { slugs, today: exampleDay, clock: () => 0, signal });
  const codesOf = ({ issues }: CheckedWorkspace) =>
    issues.map(({ slug, diagnostics }) => [slug, diagnostics.map(({ code }) => code)]);

  beforeAll(async () => {
    root = await freshWorkspace();
    await writeFiles(root, {
      ...exampleFiles({}),
      'issues/a.yaml': completeIssue(`${long}\ndate: 2026-09-02`, 9, 'sent'),
      'issues/b.yaml': completeIssue(`${long.replace('1', '2')}\ndate: 2026-10-02`, 10, 'ready'),
      'issues/c.yaml': 'number: x',
    });
  });

  it('leaves what was sent to validation, unless it is named', async () => {
    expect(codesOf(await check())).toEqual([
      ['2026-11', []],
      ['a', []],
      ['b', ['subject-length']],
      ['c', expect.arrayContaining(['invalid-type'])],
    ]);
    expect(codesOf(await check(['a']))).toEqual([['a', ['subject-length']]]);
  });

  it('times every rule that ran', async () => {
    const { timings } = await check();
    const offline = rules.filter(({ fetches }) => fetches !== true);
    expect([...timings.keys()]).toEqual(offline.map(({ name }) => name));
  });

  it('stops when it is told to', async () => {
    expect((await check([], AbortSignal.abort())).issues).toEqual([]);
  });
});

describe('the config of the rules', () => {
  const files = (config: string) => exampleFiles({ config, issue: long });

  it('switches a rule off, or makes it an error', async () => {
    expect(await checkFiles(files('check: { rules: { subject-length: off } }'), rules)).toEqual([]);
    const found = await checkFiles(files('check: { rules: { subject-length: error } }'), rules);
    expect(found).toMatchObject([{ code: 'subject-length', severity: 'error' }]);
  });

  it('does the same with warnings of validation, but not with errors', async () => {
    const issue = `${picture} [^1]`;
    const check = (config: string) => checkFiles(exampleFiles({ config, issue }), rules);
    const severities = (found: readonly Diagnostic[]) =>
      found.map(({ code, severity }) => [code, severity]);
    expect(severities(await check(''))).toEqual([
      ['missing-alt', 'warning'],
      ['unknown-footnote', 'warning'],
    ]);
    const set = 'check: { rules: { missing-alt: error, unknown-footnote: off } }';
    expect(severities(await check(set))).toEqual([['missing-alt', 'error']]);
    const [found] = await check('check: { rules: { invalid-url: off } }');
    expect(found).toMatchObject({ code: 'unknown-key' });
  });

  it('holds for what all issues share, for issues with errors, and for those that were sent', async () => {
    const config = 'check: { rules: { unused-template: off, missing-alt: off } }';
    const found = await checkFiles(
      {
        ...exampleFiles({ config, templates: { 'blocks/own.mjml.hbs': '<p>Nobody’s.</p>' } }),
        'issues/a.yaml': completeIssue(picture, 9, 'sent'),
        'issues/b.yaml': completeIssue(`${picture}\n- kind: topic\n  body: ''`, 10, 'ready'),
      },
      rules,
    );
    expect(found.map(({ code }) => code)).toEqual(['blank-text']);
  });

  it('tells a mistyped rule at its place', async () => {
    const [found] = await checkFiles(files('check: { rules: { subject-lenght: off } }'), rules);
    expect(found).toMatchObject({
      code: 'unknown-key',
      file: 'newsletter.config.yaml',
      line: 1,
      column: 19,
      hint: 'Did you mean `subject-length`?',
    });
  });
});

describe('the registry', () => {
  it('has a rule for each code, group by group in the order of the documentation', () => {
    const names = rules.map(({ name }) => name);
    expect([...names].sort()).toEqual(Object.keys(ruleCodes).sort());
    const groups = rules.map(({ group }) => ruleGroups.indexOf(group));
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
  });
});
