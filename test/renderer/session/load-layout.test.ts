import { describe, expect, it } from 'vitest';
import { loadLayout } from '../../../renderer/session/column-layout.ts';
import { DEFAULT_LAYOUT, hideColumns } from '../../../shared/columns/grid-layout.ts';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, success } from '../../../shared/result.ts';
import { testSession } from '../test-session.ts';

const HIDDEN = hideColumns(DEFAULT_LAYOUT, ['homeTown'], true);

async function said(answer: Parameters<typeof loaded>[0]): Promise<string | undefined> {
  return (await loaded(answer)).done?.sentence;
}

async function loaded(answer: { layout: typeof HIDDEN | null; setAside: boolean } | Failure) {
  const { session } = testSession({
    'layout.read': () => ('code' in answer ? failure(answer) : success(answer)),
  });
  await loadLayout(session);
  return session.store.getState();
}

describe('the layout of the start before', () => {
  it('is taken up without a word, and so is none', async () => {
    expect((await loaded({ layout: HIDDEN, setAside: false })).layout).toEqual(HIDDEN);
    expect(await said({ layout: HIDDEN, setAside: false })).toBeUndefined();
    expect(await said({ layout: null, setAside: false })).toBeUndefined();
  });

  it('that was set aside, cannot be read or is of a newer Rollcall is said', async () => {
    expect(await said({ layout: null, setAside: true })).toContain('They are set aside on this computer');
    const name = 'column-layout.json';
    for (const why of [
      failed('settings.unreadable', { name, reason: 'EBUSY' }),
      failed('settings.newer', { name }),
    ]) {
      expect((await loaded(why)).layout).toEqual(DEFAULT_LAYOUT);
      expect(await said(why)).toContain('“column-layout.json”, in which Rollcall keeps settings');
    }
  });
});
