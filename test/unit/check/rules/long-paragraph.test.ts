import { describe, expect, it } from 'vitest';
import { longParagraph } from '../../../../src/check/rules/long-paragraph.ts';
import { markedInProse } from '../../../support/rule-examples.ts';

describe('the rule long-paragraph', () => {
  it('counts the words of one paragraph, up to 120', async () => {
    const full = 'oak '.repeat(120).trim();
    expect(await markedInProse(longParagraph, `${full}\n\n${full}`)).toEqual([]);
    expect(await markedInProse(longParagraph, `Short.\n\n${full} oak`)).toHaveLength(1);
  });

  it('leaves quotations and code alone', async () => {
    const full = 'oak '.repeat(130).trim();
    expect(await markedInProse(longParagraph, `> ${full}\n\n\`\`\`\n${full}\n\`\`\``)).toEqual([]);
  });
});
