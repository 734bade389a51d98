import { describe, expect, it } from 'vitest';
import { messageForm } from '../../../../src/check/rules/message-form.ts';
import { markedIn, runExample } from '../../../support/rule-examples.ts';

const issue = '- kind: topic\n  heading: Oak\n  body: "![Oak](oak.png) and text."';
const pictures = { 'oak.png': { width: 9, height: 9 } };
const write = (html: string) => ({ 'layouts/footer.mjml.hbs': `<p>${html}</p>` });

describe('the rule message-form', () => {
  it('is silent about pictures, list headers and prose that speaks of cid:', async () => {
    const config = [
      'listId: letter.boats.example',
      'url: https://boats.example',
      'unsubscribe: { url: https://boats.example/leave, mailto: leave@boats.example }',
      'from: { name: Boote, address: brief@böte.example }',
    ].join('\n');
    const prose = issue.replace('and text', "and `src='cid:oak'`, häufig");
    expect(await runExample(messageForm, { issue: prose, pictures, config })).toEqual([]);
  });

  it('finds a picture that the HTML leaves out, in its field', async () => {
    const templates = { 'blocks/image.mjml.hbs': '<p>{{picture.alt}}</p>' };
    const block =
      '- kind: topic\n  heading: Oak\n  body: [{ kind: image, src: oak.png, alt: Oak }]';
    const [found, ...more] = await runExample(messageForm, { issue: block, pictures, templates });
    expect(found?.message).toContain('it carries a picture that its HTML does not show');
    expect(found?.path).toBe('sections[1].body[0].src');
    expect(more).toEqual([]);
  });

  it('finds a picture that is not there, in the template', async () => {
    const templates = write('<img src="cid:logo@boats.example" alt="A boat">');
    const [found] = await runExample(messageForm, { templates });
    expect(found?.message).toContain('shows a picture `cid:logo@boats.example` that it does not');
    expect(found?.file).toContain('footer.mjml.hbs');
    expect(await markedIn(messageForm, { templates })).toEqual(['cid:logo@boats.example']);
  });

  it('places each picture that is not there where it is written, and the avatar in the config', async () => {
    const templates = {
      'layouts/footer.mjml.hbs': '<p><img src="cid:one" alt="A boat"></p>',
      'layouts/masthead.mjml.hbs': '<p><img alt="cid:two" src="CID:two"></p>',
      'blocks/signature.mjml.hbs':
        '{{#if avatar}}<p style="background:url({{avatar.src}})">{{name}}</p>{{/if}}',
    };
    const config = 'author: { name: Ada, avatar: issues/oak.png }';
    const found = await runExample(messageForm, { templates, pictures, config });
    expect(found.map(({ file, column, path }) => [file, column, path])).toEqual([
      ['newsletter.config.yaml', 30, 'author.avatar'],
      ['templates/default/layouts/footer.mjml.hbs', 14, ''],
      ['templates/default/layouts/masthead.mjml.hbs', 28, ''],
    ]);
  });

  it('is silent about an avatar that a letter signed in its own words does not show', async () => {
    const config = 'author: { name: Ada, avatar: issues/oak.png }';
    const signed = `${issue}\n- kind: sign-off\n  body: Until then.\n  signature: Yours, Ada.`;
    const found = await runExample(messageForm, { issue: signed, pictures, config });
    expect(found).toEqual([]);
    const other = { 'oak.png': { width: 9, height: 9 }, 'ada.png': { width: 56, height: 56 } };
    const own = config.replace('oak', 'ada');
    expect(await runExample(messageForm, { issue: signed, pictures: other, config: own })).toEqual(
      [],
    );
  });

  it('finds a plain text that is empty', async () => {
    const [found] = await runExample(messageForm, { templates: { 'layouts/issue.txt.hbs': '' } });
    expect(found?.message).toContain('its plain text is empty');
  });
});
