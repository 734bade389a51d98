import { describe, expect, test } from 'vitest';
import { cleanAnswer } from '../../../../src/mail/smtp/clean-answer.ts';
import { processorTime } from '../../../support/processor-time.ts';

const AUTH = { user: 'ada@example.com', pass: 'S3cret+/(pass)' };

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** Puts something between any two characters. */
function spread(text: string, between: string): string {
  return text.replace(/(?<=.)(?=.)/g, between);
}

describe('cleanAnswer', () => {
  test.each([
    ['250 2.0.0 ok', '250 2.0.0 ok'],
    ['250', '250'],
    ['', ''],
    [
      '550-5.1.1 The account\n550-5.1.1 does\r\n550 5.1.1 not exist',
      '550 5.1.1 The account does not exist',
    ],
    ['550-No such\n550 user', '550 No such user'],
    ['250-mx\n250', '250 mx'],
    ['hello\nthere', 'hello there'],
    ['550   much   space  ', '550 much space'],
  ])('joins the lines of %j', (answer, line) => {
    expect(cleanAnswer(answer, AUTH)).toBe(line);
  });

  test('makes visible what moves the cursor, turns the direction or can’t be seen', () => {
    const line = cleanAnswer(
      '550 \u001b[2Ja\u202eb\u2066c\u200bd\ufeffe\u0085f\u2028g\u061ch\0i\rj',
      null,
    );
    expect(line).toBe('550 �[2Ja�b�c�d�e�f�g�h�i�j');
  });

  test('cuts what is long, between two characters', () => {
    expect(cleanAnswer(`550 ${'x'.repeat(1000)}`, null)).toHaveLength(300);
    const line = cleanAnswer(`550 ${'🔥'.repeat(1000)}`, null);
    expect(line.isWellFormed()).toBe(true);
    expect(line.endsWith('…')).toBe(true);
    expect(cleanAnswer(`550 x${'🔥'.repeat(1000)}`, null).isWellFormed()).toBe(true);
  });

  test.each([
    ['the password itself', AUTH.pass],
    ['in capitals', AUTH.pass.toUpperCase()],
    ['in base64', base64(AUTH.pass)],
    ['in base64 without its end', base64(AUTH.pass).replace(/=+$/, '')],
    ['in base64 in capitals', base64(`\0${AUTH.user}\0${AUTH.pass}`).toUpperCase()],
    ['the line of AUTH PLAIN', base64(`\0${AUTH.user}\0${AUTH.pass}`)],
    ['with another identity', base64(`ada\0${AUTH.user}\0${AUTH.pass}`)],
    ['within longer base64', base64(`xy${AUTH.pass}z`)],
    ['in base64 for the web', base64(`??>${AUTH.pass}`).replace(/\+/g, '-').replace(/\//g, '_')],
    ['in a URL', encodeURIComponent(AUTH.pass)],
  ])('masks the password: %s', (_name, spelling) => {
    const line = cleanAnswer(`535-5.7.8 Error:\n535 5.7.8 <${spelling}> is wrong`, AUTH);
    expect(line).toBe('535 5.7.8 Error: <[password]> is wrong');
  });

  test.each([
    ['over two lines', `535-${AUTH.pass.slice(0, 6)}\n535 ${AUTH.pass.slice(6)}`],
    ['with control characters between', `535 ${spread('S3cretpass', '\u0007')}`],
    [
      'as base64 over two lines',
      `535-${base64(AUTH.pass).slice(0, 7)}\n535 ${base64(AUTH.pass).slice(7)}`,
    ],
    ['with invisible ones between', `535 ${spread('S3cretpass', '\u200b')}`],
  ])('withholds an answer with the password %s', (_name, answer) => {
    expect(cleanAnswer(answer, AUTH)).toBe('535 [an answer with the password in it]');
  });

  test('masks before it cuts', () => {
    const line = cleanAnswer(`550 ${'x'.repeat(290)} ${AUTH.pass}`, AUTH);
    expect(line).not.toContain('S3');
  });

  test('masks a short password only where it stands as it is', () => {
    expect(cleanAnswer('535 5.7.8 no x here', { user: 'a', pass: 'x' })).toBe(
      '535 5.7.8 no [password] here',
    );
    expect(cleanAnswer('250 ok', { user: 'a', pass: '' })).toBe('250 ok');
  });

  test('takes no long time for a long answer', async () => {
    const answer = `550 ${'A'.repeat(60_000)} ${' '.repeat(60_000)}`;
    expect(await processorTime(() => cleanAnswer(answer, AUTH))).toBeLessThan(1000);
  });
});
