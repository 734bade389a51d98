import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueSchema, type Section } from '../../../../src/issue/schema.ts';
import type { RenderInput } from '../../../../src/render/render-input.ts';
import type { PartView, SectionView } from '../../../../src/render/view-schema.ts';
import { viewParts } from '../../../../src/render/view/parts.ts';

const tokens = JSON.parse(
  readFileSync(new URL('../../../../templates/default/tokens.json', import.meta.url), 'utf8'),
) as RenderInput['tokens'];

const button = { kind: 'button', text: 'Go', url: 'https://go.example/' };
const picture = { kind: 'image', src: 'a.png', alt: 'A' };

type Body = string | readonly (string | object)[];

/** The parts of a letter with sections of these kinds and bodies. */
function partsOf(...kinds: readonly (readonly [kind: string, body: Body])[]): readonly PartView[] {
  const sections = kinds.map(([kind, body]) => ({
    kind,
    ...(kind === 'intro' ? { greeting: 'Hi,' } : {}),
    ...(kind === 'sponsor' ? { name: 'S', url: 'https://s.example/' } : {}),
    body,
  }));
  const issue = issueSchema.parse({
    ...{ number: 1, date: '2026-11-02', subject: 's', preheader: 'p' },
    sections,
  });
  const shown = { ref: '', width: 500, height: 300 };
  const input = { issue, tokens, picture: () => shown } as unknown as RenderInput;
  return viewParts(issue.sections.map(viewOf), input);
}

/** Enough of a section's view: what of it stands in a run is only counted here. */
function viewOf(section: Section, index: number): SectionView {
  const path = String(index);
  if (section.kind === 'sponsor') return { path, sponsor: {} } as SectionView;
  const pieces = 'body' in section && Array.isArray(section.body) ? section.body : [''];
  const runs: string[][] = [[]];
  for (const piece of pieces) {
    if (typeof piece !== 'string' && piece.kind === 'button') runs.push([]);
    else runs.at(-1)?.push('piece');
  }
  const [run, ...others] = runs;
  const body = { run, rest: others.map((other) => ({ button: {}, run: other })) };
  const key = section.kind === 'sign-off' ? 'signOff' : 'topic';
  return { path, sponsor: null, signOff: null, [key]: { path, body } } as unknown as SectionView;
}

/** The sections of each part, by their index; a sponsor's part is `sponsor`. */
function sectionsOf(parts: readonly PartView[]): readonly string[] {
  return parts.map(({ sponsor, rows }) => (sponsor === null ? describeRows(rows) : 'sponsor'));
}

/** Such as `0 1 | button | run`: what opens, goes on after a button and closes the letter. */
function describeRows(rows: PartView['rows']): string {
  const texts = rows.map(({ button: shown, stretches }) =>
    shown === null
      ? stretches
          .map(({ opens, closes }) => opens?.path ?? (closes === null ? 'run' : 'end'))
          .join(' ')
      : 'button',
  );
  return texts.join(' | ');
}

const words = (count: number) => 'word '.repeat(count);

describe('viewParts', () => {
  it('lets neighbours share a part and an element, and gives a sponsor its own', () => {
    expect(
      sectionsOf(
        partsOf(
          ['intro', words(60)],
          ['sponsor', words(40)],
          ['topic', words(100)],
          ['topic', words(900)],
          ['sign-off', words(30)],
        ),
      ),
    ).toEqual(['0', 'sponsor', '2 3 4 end']);
  });

  it('begins a new element at a button only', () => {
    expect(
      sectionsOf(
        partsOf(
          ['intro', ['Hi.', button]],
          ['topic', ['a', button, 'b', picture, button, button, 'c']],
          ['sign-off', ['Bye.', button]],
        ),
      ),
    ).toEqual(['0 | button | 1 | button | run | button | button | run 2 | button | end']);
  });

  it('begins a new part before pictures get as low as where Outlook cuts', () => {
    const long = words(350);
    expect(
      sectionsOf(
        partsOf(
          ['intro', 'Hi.'],
          ['topic', [long, picture]],
          ['topic', [long, picture]],
          ['topic', long],
          ['topic', `${long}\n\n![A](a.png)`],
          ['sign-off', 'Bye.'],
        ),
      ),
    ).toEqual(['0 1', '2 3', '4 5 end']);
  });
});
