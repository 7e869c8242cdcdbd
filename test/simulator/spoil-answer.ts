import type { Answer } from './answer-request.ts';
import type { Fault } from './faults.ts';

/** Where an answer leads away to. `.example` never resolves. */
const ELSEWHERE = 'https://elsewhere.example/v2/employees?after=1';

/** What a fault makes of the right answer. `before` is the last person of the page that was answered before. */
export function spoiledAnswer({ kind }: Fault, answer: Answer, before: unknown): Answer {
  const { body } = answer;
  if (typeof body !== 'object' || body === null) return answer;
  switch (kind) {
    case 'elsewhere':
      return { ...answer, body: { ...body, meta: { next_page: ELSEWHERE } } };
    case 'stranger':
      return { ...answer, body: { ...body, email: 'stranger@elsewhere.example', first_name: 'Somebody' } };
    case 'repeat':
      return 'employees' in body && Array.isArray(body.employees) && before !== undefined
        ? { ...answer, body: { ...body, employees: [before, ...(body.employees as unknown[])] } }
        : answer;
    default:
      return answer;
  }
}

/** The last person of a page, for `repeat`; undefined for any other answer. */
export function lastOf({ body }: Answer): unknown {
  const page = typeof body === 'object' && body !== null && 'employees' in body ? body.employees : null;
  return Array.isArray(page) ? (page as unknown[]).at(-1) : undefined;
}
