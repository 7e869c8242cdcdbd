import type { Organization } from '../../shared/organization/organization.ts';

const WORDS = { test: 'Test', production: 'Production' } as const;

/** Says whether an organization is for tests or for real: in words, and by a label that is filled for production. */
export function EnvironmentBadge({ environment }: Pick<Organization, 'environment'>) {
  return (
    <span className="environment" data-environment={environment}>
      {WORDS[environment]}
    </span>
  );
}
