import * as z from 'zod';
import { expect, test } from 'vitest';
import { describeShape, readShape } from '../../../../src/template/names/shape.ts';

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
  expect(describeShape(readShape(schema))).toEqual({
    kind: 'object',
    ...plain,
    fields: [
      ['flag', { kind: 'flag', ...plain }],
      ['html', { kind: 'html', ...plain }],
      ['kind', { kind: 'text', ...plain }],
      [
        'list',
        {
          kind: 'list',
          nullable: true,
          of: { kind: 'object', ...plain, fields: [['url', { kind: 'text', nullable: true }]] },
        },
      ],
      ['maybeHtml', { kind: 'html', nullable: true }],
      ['number', { kind: 'number', ...plain }],
      ['text', { kind: 'text', ...plain }],
    ],
  });
});

test.each([z.string().optional(), z.union([z.string(), z.number()]), z.date(), z.unknown()])(
  'a view can’t have other values',
  (schema) => {
    expect(() => readShape(z.object({ field: schema }))).toThrow(TypeError);
  },
);
