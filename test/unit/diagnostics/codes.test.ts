import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { diagnosticCodes, userErrorCodes } from '../../../src/diagnostics/codes.ts';

const src = fileURLToPath(new URL('../../../src', import.meta.url));
const codes = Object.keys({ ...diagnosticCodes, ...userErrorCodes });

describe('the list of codes', () => {
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^diagnostics.codes\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));

  it('has every code of the templates; those of the other rooms are typed', () => {
    const patterns = [
      /\b(?:templateError|complain)\(\s*'([\w-]+)'/g,
      /\bcode: '([\w-]+)'/g,
      /(?:return|\?) \['([\w-]+)', message/g,
    ];
    const templates = sources.filter(({ file }) => file.startsWith('template'));
    const used = templates.flatMap(({ text }) =>
      patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code)),
    );
    expect(used.filter((code) => !Object.hasOwn(diagnosticCodes, code))).toEqual([]);
    expect(new Set(used).size).toBeGreaterThan(20);
  });

  it('has none that nothing reports', () => {
    const all = sources.map(({ text }) => text).join('\n');
    expect(codes.filter((code) => !all.includes(`'${code}'`))).toEqual([]);
  });
});
