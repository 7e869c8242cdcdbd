import { describe, expect, it } from 'vitest';
import type { Host } from '../../../electron/host/host.ts';
import {
  createSessions,
  ENTRY_TIME,
  isToken,
  newToken,
  tokenDigest,
} from '../../../electron/web-host/sessions.ts';

function sessionsAt() {
  const clock = { now: 1000 };
  const ended: number[] = [];
  const left: number[] = [];
  let count = 0;
  const makeHost = (): Host => {
    const number = ++count;
    return {
      answer: () => Promise.resolve({ ok: true, value: number }),
      openFile: () => undefined,
      dropped: () => Promise.reject(new Error('not asked')),
      leave: () => Promise.resolve(void left.push(number)),
      end: () => Promise.resolve(void ended.push(number)),
    };
  };
  return { clock, ended, left, sessions: createSessions(makeHost, () => clock.now) };
}

describe('security 28: tokens', () => {
  it('have 256 random bits', () => {
    const tokens = Array.from({ length: 1000 }, newToken);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('are compared whole, whatever their length', () => {
    const token = newToken();
    const digest = tokenDigest(token);
    const others = [
      '',
      token.slice(1),
      token.slice(0, -1),
      `${token}x`,
      `${token}\0`,
      token.toLowerCase(),
      newToken(),
    ];
    expect(isToken(token, digest)).toBe(true);
    for (const other of others) expect(isToken(other, digest)).toBe(false);
  });
});

describe('security 28: a launch token', () => {
  it('enters once and within a minute', async () => {
    const { sessions, clock } = sessionsAt();
    const token = sessions.issueLaunch();
    clock.now += ENTRY_TIME - 1;
    const entered = await sessions.enter(token);
    expect(sessions.find(entered?.session ?? '')).not.toBeNull();
    expect(await sessions.enter(token)).toBeNull();
  });

  it('is nothing after a minute', async () => {
    const { sessions, clock } = sessionsAt();
    const token = sessions.issueLaunch();
    clock.now += ENTRY_TIME;
    expect(await sessions.enter(token)).toBeNull();
  });

  it('is the only one: none, an empty or an invented one enters nowhere', async () => {
    const { sessions } = sessionsAt();
    expect(await sessions.enter('')).toBeNull();
    sessions.issueLaunch();
    for (const token of ['', 'undefined', newToken()]) expect(await sessions.enter(token)).toBeNull();
    expect(sessions.find('')).toBeNull();
  });
});

describe('security 28: a reload token', () => {
  async function entered() {
    const test = sessionsAt();
    const first = await test.sessions.enter(test.sessions.issueLaunch());
    if (first === null) throw new Error('not entered');
    return { ...test, first };
  }

  it('enters once, hours later, in place of the session before', async () => {
    const { sessions, clock, first, ended } = await entered();
    clock.now += 100 * ENTRY_TIME;
    await sessions.leave();
    clock.now += ENTRY_TIME - 1;
    const second = await sessions.enter(first.reload);
    expect(ended).toEqual([1]);
    expect(sessions.find(first.session)).toBeNull();
    expect(sessions.find(second?.session ?? '')).not.toBeNull();
    expect(await sessions.enter(first.reload)).toBeNull();
  });

  it('enters again while the session that it opened makes no call, as the answer may never have come', async () => {
    const { sessions, clock, first, ended } = await entered();
    const lost = await sessions.enter(first.reload);
    const second = await sessions.enter(first.reload);
    expect(ended).toEqual([1, 2]);
    expect(sessions.find(lost?.session ?? '')).toBeNull();
    const third = await sessions.enter(second?.reload ?? '');
    expect(await sessions.enter(first.reload)).toBeNull();
    clock.now += ENTRY_TIME;
    expect(await sessions.enter(second?.reload ?? '')).toBeNull();
    expect(sessions.find(third?.session ?? '')).not.toBeNull();
  });

  it('is nothing a minute after the page was left', async () => {
    const { sessions, clock, first } = await entered();
    await sessions.leave();
    clock.now += ENTRY_TIME;
    expect(await sessions.enter(first.reload)).toBeNull();
  });

  it('enters while what the page before it held is free for others', async () => {
    const { sessions, left, ended, first } = await entered();
    await sessions.leave();
    expect([left, ended]).toEqual([[1], []]);
    expect(sessions.find(first.session)).not.toBeNull();
  });

  it('is good again when the page calls that said it was leaving', async () => {
    const { sessions, clock, first } = await entered();
    await sessions.leave();
    sessions.find(first.session);
    clock.now += 2 * ENTRY_TIME;
    expect(await sessions.enter(first.reload)).not.toBeNull();
  });

  it('makes no calls, and the session’s token does not enter', async () => {
    const { sessions, first } = await entered();
    expect(sessions.find(first.reload)).toBeNull();
    expect(await sessions.enter(first.session)).toBeNull();
  });

  it('leaves and ends nothing before anybody has entered', async () => {
    const { sessions } = sessionsAt();
    await sessions.leave();
    await sessions.end();
    expect(sessions.find(newToken())).toBeNull();
  });

  it('is nothing when all has ended', async () => {
    const { sessions, first, ended } = await entered();
    await sessions.end();
    expect(ended).toEqual([1]);
    expect(sessions.find(first.session)).toBeNull();
    expect(await sessions.enter(first.reload)).toBeNull();
  });
});
