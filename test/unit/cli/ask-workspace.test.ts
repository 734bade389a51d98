import { describe, expect, it } from 'vitest';
import { askWorkspace, usualAnswers } from '../../../src/cli/ask-workspace.ts';
import type { Prompter } from '../../../src/cli/prompter.ts';

/** Gives these answers in turn, and notes what was asked. */
function answering(answers: readonly (string | null)[]): { prompter: Prompter; asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  return {
    asked,
    prompter: {
      text: ({ message, usual, refuse }) => {
        const answer = left.shift() ?? null;
        asked.push(`${message} [${usual}] ${refuse(answer ?? usual) ?? 'fine'}`);
        return Promise.resolve(answer);
      },
      choose: ({ message, options }) => {
        asked.push(message);
        const answer = left.shift();
        return Promise.resolve(options.find(({ value }) => value === answer)?.value ?? null);
      },
    },
  };
}

describe('askWorkspace', () => {
  it('asks for what was not said, and takes what is usual for an empty answer', async () => {
    const { prompter, asked } = answering(['My "Notes"', '', 'ada@example.org', 'de', 'yaml']);
    expect(await askWorkspace(prompter, 'my-letter', {})).toEqual({
      name: 'My "Notes"',
      author: 'My "Notes"',
      from: 'ada@example.org',
      language: 'de',
      format: 'yaml',
    });
    expect(asked[0]).toBe('What is the newsletter called? [My Letter] fine');
    expect(asked).toHaveLength(5);
  });

  it('asks nothing that was said', async () => {
    const given = {
      name: 'N',
      author: 'A',
      from: 'a@b.example',
      language: 'en',
      format: 'ts',
    } as const;
    const { prompter, asked } = answering([]);
    expect(await askWorkspace(prompter, 'x', given)).toEqual(given);
    expect(asked).toEqual([]);
  });

  it('says what is wrong with an answer', async () => {
    const { prompter, asked } = answering(['a\nb', ' ', 'nobody', 'klingon', 'ts']);
    await askWorkspace(prompter, 'x', {});
    expect(asked.slice(0, 4).map((line) => line.replace(/^.*\] /, ''))).toEqual([
      expect.stringContaining('line break'),
      expect.stringContaining('blank'),
      expect.stringContaining('address'),
      expect.stringContaining('language tag'),
    ]);
  });

  it.each([[[null]], [['N', null]], [['N', 'A', 'a@b.example', 'en', null]]])(
    'gives nothing when the person breaks off',
    async (answers) => {
      expect(await askWorkspace(answering(answers).prompter, 'x', {})).toBeNull();
    },
  );
});

describe('usualAnswers', () => {
  it.each([
    ['my-letter', 'My Letter'],
    ['élan_2', 'Élan 2'],
    ['...', 'My Letter'],
  ])('makes a name of the folder %s', (folder, name) => {
    expect(usualAnswers(folder, { author: undefined })).toMatchObject({ name, author: name });
  });
});
