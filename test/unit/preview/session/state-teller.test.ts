import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../../../src/preview/session/open-issue.ts';
import { createStateTeller } from '../../../../src/preview/session/state-teller.ts';

const row = { slug: 'a', file: 'issues/a.yaml', facts: null, errors: 0, warnings: 0, version: 1 };
const state: SessionState = { publication: 'A', language: 'en', issues: [row], diagnostics: [] };

describe('a state teller', () => {
  it('tells of another state, not of the first, nor of what is told issue by issue', () => {
    const events: unknown[] = [];
    const tellIfOther = createStateTeller((event) => events.push(event));
    tellIfOther([1], () => state);
    tellIfOther([2], () => ({ ...state, issues: [{ ...row, errors: 1, version: 2 }] }));
    expect(events).toEqual([]);
    tellIfOther([3], () => ({ ...state, publication: 'B' }));
    expect(events).toEqual([{ type: 'state' }]);
    tellIfOther([4], () => ({ ...state, publication: 'B', issues: [] }));
    expect(events).toHaveLength(2);
  });

  it('reads the state only when a value that it is made of is another', () => {
    let reads = 0;
    const tellIfOther = createStateTeller(() => undefined);
    const rows = [row];
    const read = () => {
      reads++;
      return state;
    };
    for (let asked = 0; asked < 5; asked++) tellIfOther(['same', rows], read);
    expect(reads).toBe(1);
    tellIfOther(['same', [row]], read);
    expect(reads).toBe(2);
  });
});
