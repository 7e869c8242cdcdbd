import { DatesPart } from './dates-part.tsx';
import { NamesPart } from './names-part.tsx';
import { TemplatePart } from './template-part.tsx';

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
