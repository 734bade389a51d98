import { expect, it } from 'vitest';
import { trimCode } from '../../../src/text/trim-code.ts';

it('takes blank lines off both ends, and nothing off the first line that says something', () => {
  expect(trimCode('\n \r\n  if (a) {\n\n  }\t\n \n')).toBe('  if (a) {\n\n  }');
  expect(trimCode('a')).toBe('a');
});
