import { describe, expect, it } from 'vitest';
import { sponsorLabel } from '../../../../src/check/rules/sponsor-label.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule sponsor-label', () => {
  const labelled = (label: string) => `
- kind: sponsor
  label: ${label}
  name: Oak
  url: https://oak.example
  body: Oak.`;

  it.each([
    'Sponsor',
    'Our sponsor',
    'Ad',
    'Anzeige',
    'Publicité',
    'Paid post',
    'Gesponsert',
    'PR',
    '広告',
  ])('takes %j for clear', async (label) => {
    expect(await markedIn(sponsorLabel, { issue: labelled(label) })).toEqual([]);
  });

  it.each(['Thanks to', 'Partner', 'Presented by', 'Responsible partner', 'Shadow'])(
    'marks %j',
    async (label) => {
      expect(await markedIn(sponsorLabel, { issue: labelled(label) })).toEqual([label]);
    },
  );

  it('is silent in a language whose words it does not know', async () => {
    const example = { issue: labelled('Mainostaja'), config: 'language: eu' };
    expect(await markedIn(sponsorLabel, example)).toEqual([]);
  });
});
