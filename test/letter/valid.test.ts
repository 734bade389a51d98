import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { printLetters } from '../support/letters.ts';

const letters = await printLetters();

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  elements: ['html5'],
  rules: {
    // Outlook for Windows reads attributes where others read CSS, and needs its comments.
    'no-deprecated-attr': 'off',
    'no-inline-style': 'off',
    'no-conditional-comment': 'off',
    // Mail programs drop what they don't know: a <div role="article"> stays.
    'prefer-native-element': 'off',
    // Every parser puts it back, and the mail gets smaller without it.
    'prefer-tbody': 'off',
    // Both cases are valid; MJML writes this one.
    'doctype-style': ['error', { style: 'lowercase' }],
  },
});

describe.each(letters)('the HTML of %s', (_, { html }) => {
  test('is valid', async () => {
    const { results } = await validator.validateString(html);
    const messages = results.flatMap((result) => result.messages);
    expect(
      messages.map(
        ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
      ),
    ).toEqual([]);
  });
});
