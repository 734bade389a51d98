import { describe, expect, it } from 'vitest';
import { heavyPicture } from '../../../../src/check/rules/heavy-picture.ts';
import { markedIn } from '../../../support/rule-examples.ts';

const pictures = { 'oak.png': { width: 100, height: 50, bytes: 1_100_000 } };

describe('the rule heavy-picture', () => {
  it('marks the picture in prose and in fields', async () => {
    const issue = `- kind: topic
  body:
    - "Some.\\n\\n![Oak](oak.png)"
    - { kind: links, cards: [{ title: Oak, url: https://a.example, image: oak.png }] }`;
    const found = await markedIn(heavyPicture, { issue, pictures });
    expect(found).toEqual(['oak.png', 'oak.png']);
  });

  it('is silent about pictures on the web', async () => {
    const issue = '- kind: topic\n  body: "![Oak](https://a.example/oak.png)"';
    expect(await markedIn(heavyPicture, { issue, pictures })).toEqual([]);
  });
});
