import { columnOf } from '../../person/catalogue.ts';
import { listed, quoted } from '../../rules/messages/words.ts';
import type { Reason, RowEnding, StoredOtherwise, Unverifiable } from './outcome.ts';

/** Reasons whose words are a sentence of their own, on what the server or the network did. */
const EXPLAINED: ReadonlySet<Reason> = new Set(['lookUpFailed', 'notSettled', 'absentAfterAll']);

const SENTENCES: Readonly<Record<Reason, string | ((ending: ToldEnding) => string)>> = {
  notConfirmed: ({ outcome, unverifiable = [] }) =>
    outcome === 'created'
      ? `No usable answer came, but the person is in Agent Connect.${unconfirmedWords(unverifiable)}`
      : 'No usable answer came, but Agent Connect has what was to be changed.',
  sentTwice:
    'Sent twice: no usable answer came to the first request and the person was not found, so it was sent again. Look for a double of this person in Agent Connect.',
  planned: ({ outcome, words }) =>
    outcome === 'held' ? words : 'In Agent Connect already when the upload was planned.',
  thereAlready: 'In Agent Connect already: somebody has added the person since the upload was planned.',
  asWanted: 'Agent Connect has all of it already.',
  conflict: ({ words }) =>
    `The email address or the employee ID is somebody else’s in Agent Connect: ${words}. Correct the one that is wrong.`,
  notAccepted: ({ words }) =>
    `Agent Connect did not accept this person${words === '' ? '' : `: “${words}”`}. Correct the row and upload it again.`,
  lookUpFailed:
    'Agent Connect did not say whether the person is there, so nothing was sent. Resume the upload to try again.',
  changedSince: ({ words }) =>
    `Changed in Agent Connect since the upload was planned: ${words}. Nothing was sent; make a new plan.`,
  gone: 'No longer in Agent Connect under this email address or employee ID. Nothing was sent; make a new plan.',
  goneAfter:
    'No usable answer came, and then the person was no longer found under this email address or employee ID. Look for them in Agent Connect.',
  leader: ({ words }) =>
    `Held, as the Team Leader${words === '' ? '' : `, ${words},`} was not carried out. See that row first.`,
  notSettled:
    'No usable answer came, and then Agent Connect could not be asked whether it was done. Resume the upload to find out.',
  absentAfterInvitation:
    'No usable answer came, and the person is not in Agent Connect. The invitation is not sent twice by itself: resume the upload to send it again.',
  absentAfterAll: 'No usable answer came, and it was not done. Resume the upload to try again.',
  stoppedBefore:
    'The upload was stopped before a usable answer came. Resume it to find out whether it was done.',
  blocked: ({ words }) => words,
  stopped: 'The upload was stopped before this row.',
  forbidden: 'Agent Connect refused the API key and secret before this row.',
};

/** An ending as it is told: what the server or the network did is in the words. */
type ToldEnding = Pick<RowEnding, 'outcome' | 'reason' | 'words' | 'stored'> & {
  readonly unverifiable?: readonly Unverifiable[] | undefined;
};

/** Why a row has ended as it has, and what to do about it, in plain words; empty where the outcome says it all. */
export function endingSentence(ending: ToldEnding): string {
  const { reason, words, stored = [] } = ending;
  const sentence = reason === null ? words : SENTENCES[reason];
  const why = reason !== null && words !== '' && EXPLAINED.has(reason) ? words : '';
  return [typeof sentence === 'string' ? sentence : sentence(ending), why, ...stored.map(storedSentence)]
    .filter((text) => text !== '')
    .join(' ');
}

function unconfirmedWords(unverifiable: readonly Unverifiable[]): string {
  if (unverifiable.length === 0) return '';
  const what = unverifiable.map((one) =>
    one === 'invitation' ? 'the invitation went out' : 'the temporary password was taken',
  );
  return ` Whether ${listed(what)} is not confirmed.`;
}

/** “First Name was sent as “Alexandria”, stored as “Alexandr”.” */
function storedSentence({ column, sent, stored }: StoredOtherwise): string {
  const found = stored === '' ? 'and is empty there' : `stored as ${quoted(stored)}`;
  return `${columnOf(column).header} was sent ${sent === '' ? 'empty' : `as ${quoted(sent)}`}, ${found}.`;
}
