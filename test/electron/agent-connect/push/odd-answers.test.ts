import { describe, expect, it } from 'vitest';
import { endingSentence } from '../../../../shared/upload/journal/ending-sentence.ts';
import type { FaultKind } from '../../../simulator/faults.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import { ledOrder, uploaded } from './push-here.ts';

/** How the upload of one person ends whose creation always meets a fault, in what words, and how often it was sent. */
async function endOf(kind: FaultKind) {
  const simulator = await simulatorHere();
  simulator.faults.add({ kind, method: 'POST', times: 1e6 });
  const { rows } = await uploaded(simulator, [ledOrder(0)], { settle: 0 });
  const [row] = rows;
  if (row?.state === undefined) throw new Error('There is no row');
  const { state, reason, words } = row;
  const isOver = state === 'created' || state === 'failed' || state === 'unknown';
  const sentence = isOver ? endingSentence({ ...row, outcome: state }) : '';
  const posts = simulator.log.filter(({ method }) => method === 'POST').length;
  const people = simulator.directory.people.filter(({ fields }) => fields.email === ledOrder(0).email).length;
  return { state, reason, words, sentence, posts, people };
}

describe('the creation of somebody', () => {
  it.each<[FaultKind, string]>([
    ['taken', 'created'],
    ['conflict', 'created'],
    ['empty', 'created'],
    ['envelope', 'created'],
    ['forms', 'created'],
    ['failed', 'created'],
  ])('that was done is created once, whatever the answer: %s', async (kind, state) => {
    expect(await endOf(kind)).toMatchObject({ state, posts: 1, people: 1 });
  });

  it.each<[FaultKind, string, number, string]>([
    // Nobody can tell what was done; a second such answer ends it.
    ['silent', 'unknown', 2, 'is not one of Agent Connect’s'],
    ['queued', 'unknown', 2, 'status: queued'],
    ['error-200', 'failed', 1, '“The directory is being maintained”'],
    ['empty-422', 'failed', 1, 'gave no reason'],
  ])('that was not done says what came, and is not sent for ever: %s', async (kind, state, posts, words) => {
    const end = await endOf(kind);
    expect(end).toMatchObject({ state, posts, people: 0 });
    expect(end.sentence).toContain(words);
    expect(end.sentence).not.toContain('No answer came');
  });

  it('that was stored otherwise is created, and says what was sent and what stored', async () => {
    const simulator = await simulatorHere();
    simulator.faults.add({ kind: 'shorten', method: 'POST' });
    const order = ledOrder(0);
    const long = { ...order, body: { ...order.body, first_name: 'Maximiliana' } };
    const { rows } = await uploaded(simulator, [long]);
    expect(rows).toMatchObject([
      { state: 'created', stored: [{ column: 'firstName', sent: 'Maximiliana', stored: 'Maximi' }] },
    ]);
  });
});
