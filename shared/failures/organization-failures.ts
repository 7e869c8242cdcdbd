import { z } from 'zod';
import { entry, name } from './entry.ts';

/** Every way in which keeping an organization and its current team can fail, beside those of files. */
export const ORGANIZATION_FAILURES = {
  'organization.gone': entry(
    {},
    () => 'This organization is not kept here any more. Another window may have removed it; choose another.',
  ),
  'organization.notKept': entry(
    { what: z.string(), reason: z.string() },
    (f) =>
      `${f.what} could not be kept on this computer (${f.reason}). What was there before is untouched; put that right and try again.`,
  ),
  'organization.noTestServer': entry(
    {},
    () =>
      'Rollcall only talks to a test server where it was started with --allow-test-server. Name the organization by its subdomain, or start Rollcall so.',
  ),
  'profile.newer': entry(
    {},
    () =>
      'What is known of this organization (its roles, groups, day order, template and mappings) was kept by a newer Rollcall, which this one cannot read. It is untouched; use the newer one.',
  ),
  'profile.notOne': entry(
    name,
    (f) =>
      `“${f.name}” is not a profile that Rollcall has exported (their names end in .rollcall-profile.json). Nothing was changed; choose another file.`,
  ),
  'profile.newerFile': entry(
    name,
    (f) =>
      `“${f.name}” was exported by a newer Rollcall, which this one cannot read. Nothing was changed; use the newer one.`,
  ),
  'profile.damaged': entry(
    { ...name, where: z.string() },
    (f) =>
      `“${f.name}” is a profile that something has changed or cut: “${f.where}” is not as Rollcall writes it. Nothing was changed; export it again where it came from.`,
  ),
  'profile.noMapping': entry(
    { ...name, roster: z.string() },
    (f) =>
      `“${f.name}” has no mapping for files with the headers of “${f.roster}”. Map the columns of such a file once in the window, and export the profile again.`,
  ),
  'profile.tooLong': entry(
    {},
    () =>
      'That would be more than Rollcall keeps of one organization: 5,000 roles, 5,000 groups, and about 500,000 characters in all. Nothing was changed; take fewer names.',
  ),
  'template.notOne': entry(
    { ...name, known: z.number().int().nonnegative() },
    (f) =>
      `“${f.name}” does not look like the template of Bulk Create: Rollcall knows ${f.known === 0 ? 'none' : `only ${f.known}`} of its headers. Nothing was changed; open the file that Agent Connect’s Bulk Create page offers to download.`,
  ),
  'credentials.none': entry(
    name,
    (f) => `The API key and the API secret of “${f.name}” are not set. Enter them first; nothing was sent.`,
  ),
  'team.none': entry(
    name,
    (f) => `No current team of “${f.name}” is kept here. Pull it from Agent Connect, or read it from a file.`,
  ),
  'team.damaged': entry(
    name,
    (f) =>
      `The current team of “${f.name}” that was kept here cannot be read any more. Pull it again, or read it from a file.`,
  ),
  'team.newer': entry(
    name,
    (f) =>
      `The current team of “${f.name}” was kept by a newer Rollcall, which this one cannot read. Pull it again, or use the newer one.`,
  ),
  'team.noPeople': entry(
    name,
    (f) =>
      `“${f.name}” has nobody with an email address or an employee ID, so it is no current team. Nothing was changed.`,
  ),
} as const;
