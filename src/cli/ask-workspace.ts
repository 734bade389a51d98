import type { WorkspaceRequest } from '../desk/init/plan-workspace.ts';
import { refuseSetting } from '../desk/init/plan-workspace.ts';
import type { Prompter } from './prompter.ts';

/** What a new workspace needs to know; what is undefined was not said on the command line. */
export type WorkspaceAnswers = Pick<
  WorkspaceRequest,
  'name' | 'author' | 'from' | 'language' | 'format'
>;

/** What was said of it on the command line. */
export type GivenAnswers = {
  readonly [Key in keyof WorkspaceAnswers]?: WorkspaceAnswers[Key] | undefined;
};

/** What is taken where nobody can be asked. */
export function usualAnswers(folder: string, given: GivenAnswers): WorkspaceAnswers {
  const name = given.name ?? titleOf(folder);
  const usual = { author: name, from: 'letter@example.com', language: 'en', format: 'ts' } as const;
  return { ...usual, ...withoutUndefined(given), name };
}

/** Asks for what was not said. Null when the person broke off. */
export async function askWorkspace(
  prompter: Prompter,
  folder: string,
  given: GivenAnswers,
): Promise<WorkspaceAnswers | null> {
  let answers = given;
  const questions = [
    ['name', 'What is the newsletter called?'],
    ['author', 'Who writes it?'],
    ['from', 'From which address does it come?'],
    ['language', 'In which language, as a tag such as en or de?'],
  ] as const;
  for (const [key, message] of questions) {
    if (answers[key] !== undefined) continue;
    const usual = usualAnswers(folder, answers)[key];
    const refuse = (answer: string) => refuseSetting(key, answer);
    const answer = await prompter.text({ message, usual, refuse });
    if (answer === null) return null;
    answers = { ...answers, [key]: answer === '' ? usual : answer };
  }
  if (answers.format === undefined) {
    const options = [
      { value: 'ts', label: 'TypeScript: your editor checks every field' },
      { value: 'yaml', label: 'YAML: the least to type' },
    ] as const;
    const format = await prompter.choose({ message: 'How do you like to write?', options });
    if (format === null) return null;
    answers = { ...answers, format };
  }
  return usualAnswers(folder, answers);
}

// --- internal ---

/** `my-letter` is My Letter. */
function titleOf(folder: string): string {
  const words = folder.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const title = words.map((word) => word.replace(/^./u, (letter) => letter.toUpperCase()));
  return title.length === 0 ? 'My Letter' : title.join(' ');
}

function withoutUndefined(given: GivenAnswers): Partial<WorkspaceAnswers> {
  const entries = Object.entries(given).filter(([, answer]) => answer !== undefined);
  return Object.fromEntries(entries);
}
