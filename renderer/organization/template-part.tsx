import { Button } from '@mantine/core';
import { describeForm, isOlder, OLDER_SENTENCE, unknownHeaders } from '../../shared/export/template.ts';
import type { OrganizationTemplate } from '../../shared/organization/profile.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { changeProfile } from './change-profile.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { sayAge } from './describe-team.ts';
import { FoldedPart } from './folded-part.tsx';
import { openTemplate } from './take-template.ts';
import { useNow } from './use-now.ts';

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
