import { Radio } from '@mantine/core';
import type { OrganizationProfile } from '../../shared/organization/profile.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { changeProfile } from './change-profile.ts';
import { FoldedPart } from './folded-part.tsx';

const ORDERS = {
  roster: {
    summary: 'as the roster tells',
    label: 'As the roster tells',
    example: 'Its other dates decide; where they do not, you are asked.',
  },
  dmy: { summary: 'day first', label: 'Day first', example: '03/04/2026 is 3 April 2026.' },
  mdy: { summary: 'month first', label: 'Month first', example: '03/04/2026 is March 4, 2026.' },
} as const;

/** How an organization writes dates, for those that a roster leaves open. */
export function DatesPart() {
  const session = useSession();
  const order = useSessionState((state) => state.organizations.profile.dayOrder);
  const choose = (dayOrder: OrganizationProfile['dayOrder']): void => {
    void changeProfile(session, (profile) => ({ ...profile, dayOrder }));
  };
  return (
    <FoldedPart title="Dates" summary={ORDERS[order ?? 'roster'].summary}>
      <Radio.Group
        label="Where a date could be two"
        value={order ?? 'roster'}
        onChange={(value) => {
          choose(value === 'dmy' || value === 'mdy' ? value : null);
        }}
      >
        <div className="organization-choices">
          {Object.entries(ORDERS).map(([value, { label, example }]) => (
            <Radio key={value} value={value} label={label} description={example} />
          ))}
        </div>
      </Radio.Group>
    </FoldedPart>
  );
}
