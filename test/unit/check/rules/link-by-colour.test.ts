import { describe, expect, it } from 'vitest';
import { linkByColour } from '../../../../src/check/rules/link-by-colour.ts';
import { runExample } from '../../../support/rule-examples.ts';

const signed = (html: string) => ({ templates: { 'blocks/signature.mjml.hbs': html } });
const link = (style: string) =>
  `<p>By <a href="https://ada.example" style="${style}">{{name}}</a> at sea.</p>`;
const sheet = (css: string) => signed(`<style>${css}</style>${link('')}`);

describe('the rule link-by-colour', () => {
  it.each([
    ['a link as it is', signed(link('color:#0b57d0'))],
    ['one that is bold', signed(link('text-decoration:none;font-weight:bold'))],
    ['a button', signed(link('text-decoration:none;background:#0b57d0'))],
    ['one with a border', signed(link('text-decoration:none;border-bottom:1px solid #0b57d0'))],
    [
      'one alone in its line',
      signed('<p><a href="https://a.example" style="text-decoration:none">{{name}}</a></p>'),
    ],
    ['a hand above it', sheet('a:hover { text-decoration: none }')],
    ['another class', sheet('.other a { text-decoration: none }')],
    [
      'a rule that a later one takes back',
      sheet('a { text-decoration: none } .s a { text-decoration: underline }'),
    ],
    ['a phone', sheet('@media (max-width: 480px) { a { text-decoration: none } }')],
  ])('is silent about %s', async (_, example) => {
    expect(await runExample(linkByColour, example)).toEqual([]);
  });

  it.each([
    ['inline', signed(link('text-decoration: none'))],
    ['in a line of its own property', signed(link('text-decoration-line:none'))],
    ['in a style sheet', sheet('.s p a { text-decoration: none }')],
    ['over what is inline', sheet('a { text-decoration: none !important }')],
  ])('finds it %s', async (_, example) => {
    const found = await runExample(linkByColour, example);
    expect(found).toHaveLength(1);
    expect(found[0]?.file).toBe('templates/default/blocks/signature.mjml.hbs');
  });
});
