import type { OrganizationDetails } from '../../shared/organization/organization.ts';
import type { OrganizationProfile } from '../../shared/organization/profile.ts';

/** What a profile has, a line each; what it does not have is not said. */
export function describeProfile(
  organization: OrganizationDetails | null,
  { roles, groups, dayOrder, template, mappings }: OrganizationProfile,
): string[] {
  const lines = [
    ...(organization === null ? [] : [describeOrganization(organization)]),
    ...several(roles.length, 'role', 'roles'),
    ...several(groups.length, 'group', 'groups'),
    ...(dayOrder === null
      ? []
      : [dayOrder === 'dmy' ? 'Dates with the day first' : 'Dates with the month first']),
    ...(template === null ? [] : [`The template “${template.file}”`]),
    ...several(mappings.length, 'mapping of columns', 'mappings of columns'),
  ];
  return lines.length === 0 ? ['Nothing: no roles, no groups, no template'] : lines;
}

function describeOrganization({ name, address, environment }: OrganizationDetails): string {
  const where = 'subdomain' in address ? address.subdomain : address.testServer;
  return `${name}, for ${environment === 'test' ? 'tests' : 'production'}, at ${where}`;
}

function several(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${count === 1 ? one : many}`];
}
