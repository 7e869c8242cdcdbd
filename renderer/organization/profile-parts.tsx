import { Button, Radio } from '@mantine/core';
import { describeForm, isOlder, OLDER_SENTENCE, unknownHeaders } from '../../shared/export/template.ts';
import type { OrganizationProfile, OrganizationTemplate } from '../../shared/organization/profile.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { changeProfile } from './profile.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { sayAge } from './describe-team.ts';
import { NamesPart } from './names-part.tsx';
import { FoldedPart } from './part.tsx';
import { openTemplate } from './take-template.ts';
import { useNow } from './use-now.ts';

/** What is known of the organization that is worked with, or of none, beside its people. */
export function ProfileParts() {
  return (
    <div className="organization-folds">
      <NamesPart of="roles" />
      <NamesPart of="groups" />
      <DatesPart />
      <TemplatePart />
    </div>
  );
}

/** The template that was downloaded from Agent Connect, whose form Save and Export write. */
export function TemplatePart() {
  const session = useSession();
  const template = useSessionState((state) => state.organizations.profile.template);
  return (
    <FoldedPart title="Template" summary={template?.file ?? 'none yet'}>
      {template === null ? (
        <p className="organization-quiet">
          In Agent Connect: Manage Team, Add Users, Bulk Create Users, download the template. Open it here
          once: from then on Save and Export write exactly its headers, order and delimiter.
        </p>
      ) : (
        <Taken template={template} />
      )}
      <div className="organization-actions">
        <Button onClick={() => void openTemplate(session)}>
          {template === null ? 'Open template…' : 'Open another…'}
        </Button>
        {template !== null && (
          <ConfirmButton
            action="Forget"
            consequence="Save and Export write Rollcall’s own headers again, separated by tabs. The file itself stays where it is."
            onConfirm={() => void changeProfile(session, (profile) => ({ ...profile, template: null }))}
          />
        )}
      </div>
    </FoldedPart>
  );
}

function Taken({ template }: { readonly template: OrganizationTemplate }) {
  const now = useNow();
  const unknown = new Set(unknownHeaders(template));
  return (
    <>
      <p>{`${describeForm(template)}, taken ${sayAge(template.takenAt, now)}`}</p>
      <ol className="organization-names" aria-label="Columns of the template" tabIndex={0}>
        {template.headers.map((header, at) => (
          <li key={at}>
            <span>{header}</span>
            {unknown.has(header) && <span className="organization-quiet">stays empty</span>}
          </li>
        ))}
      </ol>
      {unknown.size > 0 && (
        <p className="organization-quiet">
          Rollcall does not know what stays empty; a roster that has such a column keeps its texts.
        </p>
      )}
      {isOlder(template) && <p className="organization-quiet">{OLDER_SENTENCE}</p>}
    </>
  );
}

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
