import { describe, expect, it } from 'vitest';
import { smallPicture } from '../../../../src/check/rules/small-picture.ts';
import { markedIn, runExample } from '../../../support/rule-examples.ts';

const pictures = {
  'small.png': { width: 40, height: 40 },
  'large.png': { width: 1104, height: 400 },
};

describe('the rule small-picture', () => {
  it('is silent about a picture at its own size, whatever that is', async () => {
    const issue = `- kind: topic
  body:
    - "![Oak](small.png)"
    - { kind: image, src: small.png, alt: Oak }
    - { kind: image, src: large.png, alt: Oak, width: 552 }
    - { kind: video, title: Oak, url: https://a.example, thumbnail: small.png }`;
    expect(await markedIn(smallPicture, { issue, pictures })).toEqual([]);
  });

  it('is silent about cards and avatars, which are never enlarged', async () => {
    const issue = `- kind: topic
  body:
    - { kind: links, cards: [{ title: Oak, url: https://a.example, image: small.png }] }
    - { kind: post, author: Oak, text: Oak., url: https://a.example, avatar: small.png }`;
    expect(await markedIn(smallPicture, { issue, pictures })).toEqual([]);
  });

  it('marks the one of two places that shows it too large', async () => {
    const issue = `- kind: topic
  body:
    - { kind: image, src: small.png, alt: Oak }
    - { kind: image, src: small.png, alt: Oak, width: 41 }`;
    const found = await runExample(smallPicture, { issue, pictures });
    expect(found.map(({ path }) => path)).toEqual(['sections[1].body[1].src']);
  });

  it('points into the config where a template of the author enlarges the avatar', async () => {
    const config = 'author: { name: Ada Example, avatar: issues/small.png }';
    const templates = {
      'blocks/signature.mjml.hbs':
        '{{#if avatar}}<p data-path="author.avatar"><img src="{{avatar.src}}" alt="" width="300"></p>{{/if}}<p>{{name}}</p>',
    };
    const [found] = await runExample(smallPicture, { config, pictures, templates });
    expect(found).toMatchObject({ file: 'newsletter.config.yaml', path: 'author.avatar' });
  });
});
