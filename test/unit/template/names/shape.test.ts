import * as z from 'zod';
import { expect, test } from 'vitest';
import { readShape } from '../../../../src/template/names/shape.ts';

test('a view’s schema is read as what templates may do with its values', () => {
  const html = z.string().brand<'Html'>().meta({ html: true });
  const schema = z.object({
    text: z.string().min(1),
    html,
    maybeHtml: html.nullable(),
    number: z.int(),
    flag: z.boolean().readonly(),
    kind: z.enum(['a', 'b']),
    list: z.array(z.object({ url: z.url().nullable() })).nullable(),
  });
  const plain = { nullable: false };
  const url = { kind: 'text', nullable: true };
  const item = { kind: 'object', ...plain, fields: new Map([['url', url]]) };
  expect(readShape(schema)).toEqual({
    kind: 'object',
    ...plain,
    fields: new Map<string, unknown>([
      ['text', { kind: 'text', ...plain }],
      ['html', { kind: 'html', ...plain }],
      ['maybeHtml', { kind: 'html', nullable: true }],
      ['number', { kind: 'number', ...plain }],
      ['flag', { kind: 'flag', ...plain }],
      ['kind', { kind: 'text', ...plain }],
      ['list', { kind: 'list', nullable: true, of: item }],
    ]),
  });
});

test.each([z.string().optional(), z.union([z.string(), z.number()]), z.date(), z.unknown()])(
  'a view can’t have other values',
  (schema) => {
    expect(() => readShape(z.object({ field: schema }))).toThrow(TypeError);
  },
);
