import { describe, expect, it } from 'vitest';
import { rules } from '../../../../src/check/registry.ts';
import type { WorkspaceFiles } from '../../../support/print-issue.ts';
import { checkFiles, completeIssue, exampleFiles } from '../../../support/rule-examples.ts';

/** The codes that are left of a workspace with these files. */
async function codesOf(files: WorkspaceFiles): Promise<readonly string[]> {
  const found = await checkFiles(files, rules);
  return found.map(({ code, line }) => `${code}:${line ?? 0}`);
}

/** Of an issue in YAML. */
function codesIn(issue: string): Promise<readonly string[]> {
  return codesOf(exampleFiles({ issue }));
}

const long = 'subject: Fifty-one characters of a subject, when counted by 1';

describe('galley-ignore in YAML', () => {
  it('silences the line below, and its own', async () => {
    expect(await codesIn(long)).toEqual(['subject-length:1']);
    expect(await codesIn(`number: 11\n# galley-ignore subject-length: a joke\n${long}`)).toEqual(
      [],
    );
    expect(await codesIn(`number: 11\n${long} # galley-ignore subject-length: a joke`)).toEqual([]);
  });

  it('silences no other rule, and no other place', async () => {
    const other = `number: 11\n# galley-ignore false-reply: a joke\n${long}`;
    expect(await codesIn(other)).toEqual(['unused-ignore:2', 'subject-length:3']);
    const above = `# x\nnumber: 11\n# galley-ignore subject-length: a joke\nstatus: ready\n${long}`;
    expect(await codesIn(above)).toEqual(['unused-ignore:3', 'subject-length:5']);
  });

  it('may stand above other comments', async () => {
    const stacked = `number: 11\n# galley-ignore subject-length: one\n# galley-ignore false-reply: two\n${long.replace(': ', ": 'Re: ")}'`;
    expect(await codesIn(stacked)).toEqual([]);
  });

  it('holds for the whole file above all data', async () => {
    const top = `# galley-ignore doubled-word: a letter about stuttering\nnumber: 11`;
    const issue = `${top}\nsections:\n  - kind: topic\n    body: 'Bend the the plank.'`;
    const whole = completeIssue(issue, 11);
    expect(await codesOf({ ...exampleFiles({}), 'issues/2026-11.yaml': whole })).toEqual([]);
  });

  it('holds for all of a text that begins on the line below', async () => {
    const topic = (comment: string) =>
      `- kind: topic\n  heading: Planks\n  ${comment}\n  body: |\n    One.\n\n    Bend the the plank.`;
    expect(await codesIn(topic('# galley-ignore doubled-word: I stutter'))).toEqual([]);
    expect(await codesIn(topic('# nothing'))).toEqual(['doubled-word:13']);
  });

  it('is no comment inside a text', async () => {
    const issue = '- kind: topic\n  heading: Planks\n  body: |\n    # galley-ignore leftover: no';
    expect(await codesIn(issue)).toEqual([]);
  });

  it('asks for a reason and for a rule', async () => {
    const issue = (comment: string) => `number: 11\n# ${comment}\n${long}`;
    expect(await codesIn(issue('galley-ignore subject-length'))).toEqual([
      'ignore-without-reason:2',
    ]);
    expect(await codesIn(issue('galley-ignore subject-length:  '))).toEqual([
      'ignore-without-reason:2',
    ]);
    expect(await codesIn(issue('galley-ignore subject-lenght: a joke'))).toEqual([
      'unknown-rule:2',
      'subject-length:3',
    ]);
    expect(await codesIn(issue('galley-ignore'))).toEqual(['unknown-rule:2', 'subject-length:3']);
  });

  it('silences a warning of validation, but no error', async () => {
    const picture = (comment: string) =>
      `- kind: topic\n  ${comment}\n  body: '![](https://a.example/p.png)'`;
    expect(await codesIn(picture('# galley-ignore missing-alt: decoration'))).toEqual([]);
    const broken = 'number: 11\n# galley-ignore number-too-small: a joke\nnumber: 0';
    expect(await codesOf({ ...exampleFiles({}), 'issues/2026-11.yaml': broken })).not.toEqual([]);
  });

  it('works in the config', async () => {
    const config = (comment: string) => `name: Boats${comment}\nreplyTo: ada@planks.example`;
    expect(await codesOf(exampleFiles({ config: config('') }))).toEqual(['reply-domain:2']);
    const silenced = config('\n# galley-ignore reply-domain: both are mine');
    expect(await codesOf(exampleFiles({ config: silenced }))).toEqual([]);
    const useless = config('\n# galley-ignore reply-domain: mine').replace('planks', 'boats');
    expect(await codesOf(exampleFiles({ config: useless }))).toEqual(['unused-ignore:2']);
  });
});

describe('galley-ignore in TypeScript', () => {
  const issue = (before: string, behind = '') => `export default {
  number: 11,
  date: '2026-11-02',
  ${before}
  subject: 'Fifty-one characters of a subject, when counted by 1',${behind}
  preheader: 'How planks are bent with steam, and what was read in the long evenings.',
  sections: [
    { kind: 'intro', greeting: 'Hello,', body: 'Words.' },
    { kind: 'sign-off', body: 'Bye.' },
  ],
};
`;
  const codesOfTs = async (text: string) => {
    const config = exampleFiles({})['newsletter.config.yaml'] ?? '';
    return codesOf({ 'newsletter.config.yaml': config, 'issues/2026-11.ts': text });
  };

  it('silences the line below, and its own', async () => {
    expect(await codesOfTs(issue(''))).toEqual(['subject-length:5']);
    expect(await codesOfTs(issue('// galley-ignore subject-length: a joke'))).toEqual([]);
    expect(await codesOfTs(issue('/* galley-ignore subject-length: a joke */'))).toEqual([]);
    expect(await codesOfTs(issue('', ' // galley-ignore subject-length: a joke'))).toEqual([]);
    const top = `// galley-ignore subject-length: a joke\n${issue('')}`;
    expect(await codesOfTs(top)).toEqual([]);
  });
});
