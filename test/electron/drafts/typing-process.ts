import { setTimeout as wait } from 'node:timers/promises';
import { followDrafts } from '../../../renderer/drafts/follow-drafts.ts';
import { openDraft } from '../../../renderer/drafts/open-draft.ts';
import type { Host } from '../../../renderer/host-type.ts';
import { parseAnswer } from '../../../renderer/host-answer.ts';
import { openFile, openText } from '../../../renderer/app/session/open-roster.ts';
import { createSession } from '../../../renderer/app/session/session.ts';
import { createHostHere } from './create-host-here.ts';
import { doDeed, robotText } from './typing-robot.ts';

// A process of its own in which a robot types, with the real host behind it, so that it can be killed: node
// typing-process.js DATA DEEDS [FILE]. It opens the file, or its own text where there is none, or goes on with what was
// left unsaved, of which it is told how many deeds that holds, and says the number of each deed when it has done it.
const [userData = '', deeds = '', path] = process.argv.slice(2);

const here = createHostHere(userData);
const host: Host = {
  call: async (channel, request) => parseAnswer(channel, await here.answer(channel, request)),
  onEvent: () => () => undefined,
  fileFromDrop: () => Promise.reject(new Error('Nothing is dropped here')),
};
const session = createSession(host, {
  version: '0',
  platform: 'linux',
  chooser: 'page',
  opening: null,
  uploadRate: 60,
});
followDrafts(session);

const listed = await host.call('draft.list', {});
const kept = listed.ok ? listed.value.drafts[0] : undefined;
const file = path === undefined ? null : await here.dropped(path);
if (kept !== undefined) await openDraft(session, kept);
else if (file?.ok === true) await openFile(session, file.value);
else await openText(session, 'people.txt', robotText());
for (let nth = Number(deeds); ; nth += 1) {
  await doDeed(session, nth);
  process.stdout.write(`${nth}\n`);
  await wait(nth % 5);
}
