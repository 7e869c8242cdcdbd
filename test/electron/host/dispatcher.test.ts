import { describe, expect, it, vi } from 'vitest';
import { CONTRACT } from '../../../shared/contract/contract.ts';
import { createDispatcher, type Handlers } from '../../../electron/host/dispatcher.ts';
import type { Report } from '../../../electron/system/support-log.ts';
import { success } from '../../../shared/failures/result.ts';
import { TEXT_SLICE } from '../../../shared/text/plain-text.ts';

const HANDLE = 'a'.repeat(24);

/** A dispatcher whose every handler counts its calls; `text.read` answers what the test says. */
function dispatcher(read: () => unknown = () => success({ slice: '', next: null })) {
  const handled = vi.fn();
  const report = vi.fn<Report>();
  const entries = Object.keys(CONTRACT).map((channel) => [
    channel,
    (request: unknown): unknown => {
      handled(channel, request);
      return channel === 'text.read' ? read() : success({});
    },
  ]);
  // Handlers of every channel, made of the contract's own keys.
  return { answer: createDispatcher(Object.fromEntries(entries) as Handlers, report), handled, report };
}

describe('security 14: an unknown channel is refused and no handler runs', () => {
  const channels = [
    '',
    'text',
    'text.read ',
    'TEXT.READ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ];
  it.each([...channels, null, undefined, 7, ['text.read'], { toString: () => 'text.read' }])(
    '%s',
    async (channel) => {
      const { answer, handled } = dispatcher();
      expect(await answer(channel, {})).toEqual({
        ok: false,
        failure: { code: 'call.refused', facts: { what: 'an unknown call' } },
      });
      expect(handled).not.toHaveBeenCalled();
    },
  );
});

describe('security 14: a payload that is not of its form is refused and no handler runs', () => {
  const payloads: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'text'],
    ['a list', [HANDLE, 0]],
    ['a missing key', { text: HANDLE }],
    ['an extra key', { text: HANDLE, from: 0, path: '/etc/passwd' }],
    ['an own __proto__', JSON.parse(`{"text":"${HANDLE}","from":0,"__proto__":{}}`)],
    ['a wrong type', { text: HANDLE, from: '0' }],
    ['a number out of range', { text: HANDLE, from: -1 }],
    ['a fraction', { text: HANDLE, from: 0.5 }],
    ['a path for a handle', { text: '../../../etc/passwd', from: 0 }],
    ['a handle that is too long', { text: 'a'.repeat(1000), from: 0 }],
  ];
  it.each(payloads)('%s', async (_title, payload) => {
    const { answer, handled } = dispatcher();
    expect(await answer('text.read', payload)).toMatchObject({
      ok: false,
      failure: { code: 'call.refused' },
    });
    expect(handled).not.toHaveBeenCalled();
  });

  it('security 14: an oversized payload, by one character', async () => {
    const { answer, handled } = dispatcher();
    const write = { write: HANDLE, text: 'x'.repeat(TEXT_SLICE) };
    expect(await answer('write.append', write)).toMatchObject({ ok: true });
    handled.mockClear();
    const larger = { ...write, text: `${write.text}x` };
    expect(await answer('write.append', larger)).toEqual({
      ok: false,
      failure: { code: 'call.refused', facts: { what: 'write.append: text' } },
    });
    expect(handled).not.toHaveBeenCalled();
  });

  it('says the place and never the value', async () => {
    const answered = await dispatcher().answer('text.read', { text: 'secret of someone', from: 0 });
    expect(JSON.stringify(answered)).not.toContain('secret');
  });
});

describe('security 14: a handler’s bug is a typed failure with an id alone', () => {
  it('thrown', async () => {
    const error = new Error('ENOENT: /home/ana/rosters/secret.xlsx');
    const { answer, report } = dispatcher(() => {
      throw error;
    });
    const answered = await answer('text.read', { text: HANDLE, from: 0 });
    expect(JSON.stringify(answered)).toMatch(
      /^\{"ok":false,"failure":\{"code":"host\.failed","facts":\{"what":"[0-9a-f]{8}"\}\}\}$/,
    );
    expect(report).toHaveBeenCalledWith(expect.stringMatching(/^[0-9a-f]{8}$/), error);
  });

  it.each([undefined, null, {}, success({ slice: '' }), success({ slice: '', next: null, path: '/etc' })])(
    'a reply that breaks the contract: %j',
    async (reply) => {
      const { answer } = dispatcher(() => reply);
      const answered = await answer('text.read', { text: HANDLE, from: 0 });
      expect(answered).toMatchObject({ ok: false, failure: { code: 'host.failed' } });
    },
  );
});

it('hands the parsed request to the handler of its channel and answers its reply', async () => {
  const { answer, handled } = dispatcher(() => success({ slice: 'abc', next: 3 }));
  const answered = await answer('text.read', { text: HANDLE, from: 2 });
  expect(answered).toEqual(success({ slice: 'abc', next: 3 }));
  expect(handled.mock.calls).toEqual([['text.read', { text: HANDLE, from: 2 }]]);
});
