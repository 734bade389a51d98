import { describe, expect, it } from 'vitest';
import { followText } from '../../../../src/preview/page/follow-text.ts';

describe('following a text', () => {
  it('asks again when the stamp is another, and draws only what is new', async () => {
    const { drawn, answers, follow } = listen();
    follow('/a', '1');
    follow('/a', '1');
    await answers[0]?.('one');
    follow('/a', '2');
    await answers[1]?.('one');
    follow('/a', '3');
    await answers[2]?.('two');
    expect(answers).toHaveLength(3);
    expect(drawn).toEqual(['one', 'two']);
  });

  it('drops an answer that a later one overtook', async () => {
    const { drawn, answers, follow } = listen();
    follow('/a', '1');
    follow('/a', '2');
    await answers[1]?.('new');
    await answers[0]?.('old');
    expect(drawn).toEqual(['new']);
  });

  it('draws what comes on the way: many saves in a row do not hold it up', async () => {
    const { drawn, answers, follow } = listen();
    follow('/a', '1');
    follow('/a', '2');
    await answers[0]?.('one');
    await answers[1]?.('two');
    expect(drawn).toEqual(['one', 'two']);
  });

  it('asks again for what it did not get', async () => {
    const { drawn, answers, failures, follow } = listen();
    follow('/a', '1');
    await failures[0]?.();
    follow('/a', '1');
    await answers[1]?.('one');
    expect(drawn).toEqual(['one']);
  });

  it('does not ask for what is shown already', () => {
    const { answers, follow } = listen({ address: '/a', stamp: '1' });
    follow('/a', '1');
    expect(answers).toHaveLength(0);
    follow('/b', '1');
    expect(answers).toHaveLength(1);
  });
});

// --- internal ---

function listen(known: { readonly address: string; readonly stamp: string } | null = null) {
  const drawn: string[] = [];
  const answers: ((text: string) => Promise<void>)[] = [];
  const failures: (() => Promise<void>)[] = [];
  const read = () =>
    new Promise<string>((resolve, reject) => {
      answers.push(async (text) => {
        resolve(text);
        await settled();
      });
      failures.push(async () => {
        reject(new Error('away'));
        await settled();
      });
    });
  const follow = followText((text) => drawn.push(text), { read, known });
  return { drawn, answers, failures, follow };
}

/** What waits for a promise has run after a turn of the event loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
