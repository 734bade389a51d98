import { describe, expect, it } from 'vitest';
import {
  defaultChoice,
  fitChoice,
  readChoice,
  readWidth,
  writeChoice,
} from '../../../../src/preview/page/choice.ts';

describe('the choice in the address', () => {
  it('is read from a query with everything', () => {
    const query =
      '?issue=2026-11&view=mail&width=375&look=dark&images=blocked&styles=off&beside=text&besideWidth=1000';
    expect(readChoice(query)).toEqual({
      issue: '2026-11',
      outbox: null,
      view: 'mail',
      width: 375,
      look: 'dark',
      images: 'blocked',
      styles: false,
      beside: 'text',
      besideWidth: 1000,
    });
  });

  it('comes back as it was written', () => {
    const choice = {
      ...defaultChoice,
      issue: 'one',
      view: 'source',
      width: 612,
      look: 'partial',
      images: 'all',
      beside: 'mail',
      besideWidth: 'full',
    } as const;
    expect(readChoice(writeChoice(choice))).toEqual(choice);
  });

  it('keeps a mail of the outbox, or the list of them', () => {
    const name = '20261122T215511123Z-2026-11-ada@example.com.eml';
    for (const outbox of [name, '']) {
      const choice = { ...defaultChoice, issue: '2026-11', outbox };
      expect(readChoice(writeChoice(choice))).toEqual(choice);
    }
    for (const odd of ['../x.eml', 'a/b.eml', '%00.eml', 'x.html', '<b>.eml']) {
      expect(readChoice(`?outbox=${odd}`).outbox).toBe('');
    }
  });

  it('shows of a mail of the outbox only what there is of it', () => {
    const issue = { ...defaultChoice, view: 'changes', beside: 'log' } as const;
    expect(fitChoice(issue)).toEqual(issue);
    expect(fitChoice({ ...issue, outbox: '' })).toMatchObject({ view: 'mail', beside: null });
    const mail = { ...defaultChoice, outbox: 'a.eml', view: 'text', beside: 'message' } as const;
    expect(fitChoice(mail)).toEqual(mail);
  });

  it('leaves out what is as usual', () => {
    expect(writeChoice({ ...defaultChoice, issue: '2026-11' })).toBe('?issue=2026-11');
  });

  it('falls back where a value is not known', () => {
    const query =
      '?issue=../x&view=film&width=12&look=pink&images=some&styles=maybe&beside=x&besideWidth=9999';
    expect(readChoice(query)).toEqual(defaultChoice);
  });

  it('knows widths in whole pixels within limits', () => {
    expect(['240', '1600', 'full'].map(readWidth)).toEqual([240, 1600, 'full']);
    expect(['239', '1601', '37.5', '-375', '', 'wide', '1e3'].map(readWidth)).toEqual(
      Array(7).fill(null),
    );
  });
});
