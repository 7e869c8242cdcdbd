import { Button } from '@mantine/core';
import type { DayOrderQuestion } from '../../shared/rules/day-order-question.ts';
import { changeProfile } from '../organization/change-profile.ts';
import { useSession, useSessionState } from '../app/session/session.ts';

type DayOrder = 'dmy' | 'mdy';

/** Asks once what dates such as 03/04/2026 mean where those of the file do not tell; says the answer, and takes another. */
export function DayOrderNotice({ question }: { readonly question: DayOrderQuestion }) {
  const session = useSession();
  const told = useSessionState(({ organizations }) => organizations.profile.dayOrder);
  const tell = (dayOrder: DayOrder): void => {
    void changeProfile(session, (profile) => ({ ...profile, dayOrder }));
  };
  const { value } = question;
  const answer = (order: DayOrder, words: string) => (
    <Button
      size="compact-xs"
      onClick={() => {
        tell(order);
      }}
    >
      {words}
    </Button>
  );
  if (told === null)
    return (
      <p className="notices-question">
        <span>“{value}” could be two days, and no date of this file tells which. It means</span>
        {answer('dmy', inWords(question.dmy))}
        {answer('mdy', inWords(question.mdy))}
      </p>
    );
  const other = told === 'dmy' ? 'mdy' : 'dmy';
  return (
    <p className="notices-question">
      <span>
        Dates such as “{value}” are read with the {told === 'dmy' ? 'day' : 'month'} first, as you said:{' '}
        {inWords(question[told])}.
      </span>
      {answer(other, `Read it as ${inWords(question[other])}`)}
    </p>
  );
}

/** Such as “3 April 2026”. */
function inWords(date: string): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(date).toLocaleDateString('en-GB', parts);
}
