import { describe, expect, it } from 'vitest';
import { readComments } from '../../../src/source/read-comments.ts';

describe('readComments', () => {
  it('finds those of YAML, and nothing that looks like one in a text', async () => {
    const text = [
      '# first',
      'a: 1 # beside',
      'b: |',
      '  # no comment',
      '# alone',
      'c: "# no" # after',
      'd: [1, # inside',
      '  2]',
    ].join('\n');
    const found = await readComments('/a.yaml', text);
    expect(found.map((one) => [one.text, one.line, one.isAlone, one.isFirst])).toEqual([
      [' first', 1, true, true],
      [' beside', 2, false, false],
      [' alone', 5, true, false],
      [' after', 6, false, false],
      [' inside', 7, false, false],
    ]);
    expect(found[1]).toMatchObject({ column: 6, endColumn: 14 });
  });

  it('finds those of TypeScript, and nothing that looks like one in a text', async () => {
    const text = [
      '/* one */',
      '// two',
      "const a = '// no'; // beside",
      'const b = `',
      '// no',
      '`;',
      '/*',
      ' * over',
      ' * lines',
      ' */',
    ].join('\n');
    const found = await readComments('/a.ts', text);
    expect(found.map((one) => [one.line, one.endLine, one.isAlone, one.isFirst])).toEqual([
      [1, 1, true, true],
      [2, 2, true, true],
      [3, 3, false, false],
      [7, 10, true, false],
    ]);
  });

  it('finds none in JSON, and none in what it cannot parse', async () => {
    expect(await readComments('/a.json', '{} // no')).toEqual([]);
    expect(await readComments('/a.ts', 'const = ; }{ `')).toEqual([]);
  });
});
