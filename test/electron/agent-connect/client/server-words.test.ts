import { describe, expect, it } from 'vitest';
import { shownWords } from '../../../../electron/agent-connect/client/server-words.ts';
import { tokenOf } from '../../../simulator/simulator-here.ts';

const credentials = { key: 'k3y+/=', secret: 's3cret&more' };
const password = 'a"b\\c';
const shown = (body: string): string => shownWords(body, [credentials.key, credentials.secret, password]);

describe('security 26: what a server said', () => {
  it.each([
    ['{"message":"Forbidden"}', 'Forbidden'],
    ['{"errors":["a","b"],"code":7}', 'a; b'],
    [
      '{"errors":{"role":["does not exist"],"email":["is taken","is odd"]}}',
      'role: does not exist; email: is taken; is odd',
    ],
    ['{"errors":[{"field":"role","message":"does not exist"}]}', 'role: does not exist'],
    [
      '{"message":"Validation failed.","errors":{"role":["does not exist."]}}',
      'Validation failed: role: does not exist',
    ],
    ['{"error":{"code":422,"message":"No such role"}}', 'No such role'],
    ['{"detail":[{"loc":["body","role"],"msg":"no such role"}]}', 'body; role: no such role'],
    ['{"errors":{"temporary_password":["is too short"]}}', 'temporary_password: is too short'],
    ['{"role":["does not exist"]}', 'role: does not exist'],
    ['{"status":"queued"}', 'status: queued'],
    ['{"error":true,"message":""}', 'true'],
    ['"plain"', 'plain'],
    ['“plain”', 'plain'],
    ['just text.', 'just text'],
    ['wait…', 'wait…'],
    ['[]', ''],
    ['null', ''],
    ['{}', ''],
    ['', ''],
  ])('of %s is shown as %s', (body, words) => {
    expect(shown(body)).toBe(words);
  });

  it('is cut to 500 characters, without half of one', () => {
    expect(shown('x'.repeat(600))).toBe(`${'x'.repeat(500)}…`);
    expect(shown(`${'x'.repeat(499)}😀😀`).isWellFormed()).toBe(true);
  });

  it('has nothing that a terminal or a reader would act on', () => {
    expect(shown('a\u{1B}[2J\r\nb\u{202E}c\u{0}\u{9B}\u{2066}d')).toBe('a [2J b c d');
  });

  it.each([
    '{"temporary_password":"Kx7!first"}',
    '{"employee":{"email":"e@x","Temporary_Password":"Kx7!first"}}',
    '{"temporary_password":"Kx7!first","message":"bro',
    'temporary_password=Kx7!first&x=1',
    `invalid token ${tokenOf('s')}`,
    `key ${credentials.key}`,
    `secret ${encodeURIComponent(credentials.secret)}`,
    `{"message":"${Buffer.from(credentials.secret).toString('base64')}"}`,
    JSON.stringify({ message: `${password} is too short` }),
    JSON.stringify({ errors: [`${password} is too short`] }),
    `{"errors":[${JSON.stringify(password)}`,
    `{"authorization":"Kx7!first","x-api-key":"Kx7!first"}`,
  ])('never shows a secret: %s', (body) => {
    const text = shown(body);
    for (const hidden of ['Kx7!first', 'eyJ', 'k3y', 's3cret', 'czNjcmV0', 'a"b', 'a\\"b'])
      expect(text).not.toContain(hidden);
    expect(text).toContain('…');
  });
});
