import { describe, expect, it } from 'vitest';
import { addressOfSubdomain, addressOfTestServer } from '../../../electron/agent-connect/client/address.ts';
import { confirmUpload, costWords } from '../../../electron/cli/confirm-upload.ts';
import { uploadCost } from '../../../shared/upload/orders/upload-cost.ts';

const groups = { create: 3, changed: 0, deactivate: 0, activate: 0, exists: 5, blocked: 0, held: 0 };

/** Asks about a plan and answers what was asked, and whether it was confirmed by the answer. */
async function asked(
  answer: string | null,
  create: number,
  host: 'real' | 'test',
  others: Partial<typeof groups> = {},
  welcome: 'now' | 'delayed' = 'delayed',
) {
  const address = host === 'real' ? addressOfSubdomain('acme') : addressOfTestServer('http://127.0.0.1:4010');
  if (!address.ok) throw new Error('No address');
  let question = '';
  const terminal = {
    ask: (text: string) => {
      question = text;
      return Promise.resolve(answer);
    },
  };
  const { ok } = await confirmUpload(
    { groups: { ...groups, create, ...others }, address: address.value, welcome },
    terminal,
  );
  return { question, kind: ok ? 'confirmed' : 'refused' };
}

describe('security 25: confirming an upload', () => {
  it.each([
    ['y', 'confirmed'],
    ['Yes ', 'confirmed'],
    ['', 'refused'],
    ['n', 'refused'],
    ['yellow', 'refused'],
    ['3', 'refused'],
    [null, 'refused'],
  ])('of a few people takes %j for %s', async (answer, kind) => {
    const told = await asked(answer, 3, 'test');
    expect(told.kind).toBe(kind);
    expect(told.question).toBe(
      '\nThis will create 3 people in 127.0.0.1:4010. Welcome emails are delayed.\nGo on? [y/N] ',
    );
  });

  it.each([
    ['101', 'confirmed'],
    ['y', 'refused'],
    ['100', 'refused'],
    ['', 'refused'],
    [null, 'refused'],
  ])('of more than 100 creations takes %j for %s', async (answer, kind) => {
    const told = await asked(answer, 101, 'test');
    expect(told.kind).toBe(kind);
    expect(told.question).toContain('\nType 101 to go on: ');
  });

  it('of anything in a real organization takes the number of people', async () => {
    expect((await asked('y', 1, 'real')).kind).toBe('refused');
    expect((await asked('1', 1, 'real')).kind).toBe('confirmed');
    const both = await asked('1,239', 1000, 'real', { changed: 236, deactivate: 2, activate: 1 }, 'now');
    expect(both).toEqual({
      kind: 'confirmed',
      question:
        '\nThis will create 1,000, change 236, deactivate 2 and reactivate 1 person in acme.api.stellaconnect.net. Each new person is sent the welcome email at once, which cannot be undone.\nType 1239 to go on: ',
    });
    expect((await asked('2', 0, 'real', { changed: 2 })).question).toContain(
      'This will change 2 people in acme.api.stellaconnect.net.\n',
    );
  });

  it('is not done where nobody could answer', async () => {
    const address = addressOfSubdomain('acme');
    if (!address.ok) throw new Error('No address');
    const answer = await confirmUpload({ groups, address: address.value, welcome: 'delayed' }, null);
    expect(answer).toMatchObject({ failure: { code: 'upload.noTerminal' } });
  });
});

describe('how long an upload takes', () => {
  const counts = { create: 1000, changed: 0, exists: 0, blocked: 0, held: 0 };
  const cost = uploadCost({ counts, requests: { writes: 1000, lookUps: 2000 } }, 45, 60);

  it('is said in minutes at the rate, with what being careful adds', () => {
    expect(costWords(cost, { rate: 60, careful: false })).toBe(
      'It takes about 17 minutes at 60 requests a minute (about 50 minutes with --careful).',
    );
    expect(costWords(cost, { rate: 60, careful: true })).toBe(
      'It takes about 50 minutes at 60 requests a minute as each person is looked up first (about 17 minutes without --careful).',
    );
  });
});
