import { describe, expect, it } from 'vitest';
import { replyDomain } from '../../../../src/check/rules/reply-domain.ts';
import { markedIn } from '../../../support/rule-examples.ts';

describe('the rule reply-domain', () => {
  it.each([
    'replyTo: ada@boats.example',
    'replyTo: ada@mail.boats.example',
    'replyTo: { name: Ada, address: ada@BOATS.example }',
    'from: { name: A, address: a@news.boats.example }\nreplyTo: a@people.boats.example',
  ])('is silent about %j', async (config) => {
    expect(await markedIn(replyDomain, { config })).toEqual([]);
  });

  it.each([
    ['replyTo: ada@planks.example', 'ada@planks.example'],
    ['replyTo: { name: Ada, address: ada@planks.example }', 'ada@planks.example'],
    ['from: { name: A, address: a@one.co.uk }\nreplyTo: a@two.co.uk', 'a@two.co.uk'],
  ])('marks in %j', async (config, ...marked) => {
    expect(await markedIn(replyDomain, { config })).toEqual(marked);
  });
});
