import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueSchema, type Section } from '../../../../src/issue/schema.ts';
import type { RenderInput } from '../../../../src/render/render-input.ts';
import type { SectionView } from '../../../../src/render/view-schema.ts';
import { viewParts } from '../../../../src/render/view/parts.ts';

const tokens = JSON.parse(
  readFileSync(new URL('../../../../templates/default/tokens.json', import.meta.url), 'utf8'),
) as RenderInput['tokens'];

/** Which sections, by their index, share a part; a sponsor's part is `sponsor`. */
function partsOf(...kinds: [kind: string, words: number][]): string[] {
  const sections = kinds.map(([kind, words]) => ({
    kind,
    ...(kind === 'intro' ? { greeting: 'Hi,' } : {}),
    ...(kind === 'sponsor' ? { name: 'S', url: 'https://s.example/' } : {}),
    body: 'word '.repeat(words),
  }));
  const issue = issueSchema.parse({
    ...{ number: 1, date: '2026-11-02', subject: 's', preheader: 'p' },
    sections,
  });
  const views = issue.sections.map(
    (section: Section, index) =>
      ({ path: String(index), sponsor: section.kind === 'sponsor' ? {} : null }) as SectionView,
  );
  const input = { issue, tokens } as unknown as RenderInput;
  return viewParts(views, input).map(({ sponsor, sections: inPart }) =>
    sponsor === null ? inPart.map(({ path }) => path).join('+') : 'sponsor',
  );
}

describe('viewParts', () => {
  it('lets short neighbours share a part, and gives a sponsor its own', () => {
    expect(
      partsOf(['intro', 60], ['sponsor', 40], ['topic', 100], ['topic', 100], ['sign-off', 30]),
    ).toEqual(['0', 'sponsor', '2+3+4']);
  });

  it('begins a new part before one gets too high for Outlook', () => {
    expect(
      partsOf(['intro', 60], ['topic', 350], ['topic', 350], ['topic', 900], ['sign-off', 30]),
    ).toEqual(['0+1', '2', '3', '4']);
  });
});
