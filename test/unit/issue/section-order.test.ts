import { describe, expect, it } from 'vitest';
import { checkSectionOrder } from '../../../src/issue/section-order.ts';

function codesOf(...kinds: string[]): string[] {
  const sections = kinds.map((kind) => ({ kind }));
  return checkSectionOrder({ sections }).map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('checkSectionOrder', () => {
  it('is silent when one intro is first and one sign-off last', () => {
    expect(codesOf('intro', 'news', 'topic', 'sign-off')).toEqual([]);
  });

  it('reports an intro or a sign-off that is absent', () => {
    expect(codesOf('news')).toEqual(['missing-section sections', 'missing-section sections']);
  });

  it('reports an intro or a sign-off in the wrong place', () => {
    expect(codesOf('news', 'intro', 'sign-off', 'topic')).toEqual([
      'misplaced-section sections.1.kind',
      'misplaced-section sections.2.kind',
    ]);
  });

  it('reports a surplus one at the later', () => {
    expect(codesOf('intro', 'sign-off', 'intro', 'sign-off')).toEqual([
      'surplus-section sections.2.kind',
      'surplus-section sections.3.kind',
    ]);
  });

  it('leaves to the schema what is no list of sections', () => {
    for (const issue of [null, 3, {}, { sections: 'x' }, { sections: [] }]) {
      expect(checkSectionOrder(issue)).toEqual([]);
    }
    expect(checkSectionOrder({ sections: [null] }).map(({ code }) => code)).toEqual([
      'missing-section',
      'missing-section',
    ]);
  });
});
