import { z } from 'zod';
import { failureSchema } from '../failures/failures.ts';
import {
  credentialState,
  organization,
  organizationDetails,
  organizationId,
  tokenForm,
} from '../organization/organization.ts';
import { organizationProfile } from '../organization/profile.ts';
import { call, handle, nothing } from './call.ts';

const one = z.strictObject({ organization: organizationId });

/** An organization, or null for work without one. */
const oneOrNone = z.strictObject({ organization: organizationId.nullable() });

/** How far a pull is. */
export const pullProgress = z.strictObject({
  /** People known so far. */
  people: z.number().int().nonnegative(),
  /** While it waits before it asks again: when it goes on (ISO date and time), and why it waits. */
  waiting: z.strictObject({ until: z.iso.datetime(), why: failureSchema }).nullable(),
  /** How it ended; null while it goes on. */
  ended: z
    .discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true), value: organization }),
      z.strictObject({ ok: z.literal(false), failure: failureSchema }),
    ])
    .nullable(),
});
export type PullProgress = z.infer<typeof pullProgress>;

/** The calls about organizations, their keys and their current teams. No key or secret is ever answered. */
export const ORGANIZATION_CALLS = {
  /** All that are kept, by name; `testServers` says whether one may be at a test server on this computer. */
  'organization.list': call(
    nothing,
    z.strictObject({
      organizations: z.array(organization),
      chosen: organizationId.nullable(),
      testServers: z.boolean(),
      /** Whether what was kept of one made no sense and was set aside. */
      setAside: z.boolean(),
    }),
  ),
  /** Keeps a new organization, or what was changed of one. A team that was pulled does not go with another address. */
  'organization.save': call(
    z.strictObject({ id: organizationId.nullable(), details: organizationDetails }),
    z.strictObject({ organization }),
  ),
  /** Removes an organization with its profile, team, key and secret. */
  'organization.remove': call(one, nothing),
  /** Remembers which one is worked with, for the next start. */
  'organization.choose': call(oneOrNone, nothing),
  /** What is known of it beside its people; `setAside` where what was kept made no sense, so that it begins empty. */
  'profile.read': call(oneOrNone, z.strictObject({ profile: organizationProfile, setAside: z.boolean() })),
  'profile.save': call(oneOrNone.extend({ profile: organizationProfile }), nothing),
  /** Writes the profile that is kept to a file, without anybody's data, key or secret. */
  'profile.export': call(oneOrNone.extend({ file: handle }), nothing),
  /** Reads the profile in a file; nothing is kept of it yet. */
  'profile.open': call(
    z.strictObject({ file: handle }),
    z.strictObject({ organization: organizationDetails.nullable(), profile: organizationProfile }),
  ),
  'credentials.state': call(one, credentialState),
  'credentials.set': call(
    one.extend({ key: z.string().max(4096), secret: z.string().max(4096) }),
    credentialState,
  ),
  'credentials.forget': call(one, credentialState),
  /** Makes one harmless read; `anyone` says whether somebody was in the answer, `tokenForm` how the token had to be sent. */
  'connection.test': call(one, z.strictObject({ host: z.string(), anyone: z.boolean(), tokenForm })),
  /** Starts to pull the current team from Agent Connect; it is kept when it has ended. */
  'team.pull': call(one, z.strictObject({ pull: handle })),
  'team.progress': call(z.strictObject({ pull: handle }), pullProgress),
  'team.stop': call(z.strictObject({ pull: handle }), nothing),
  /** Takes the current team of a “Download Current Team” file. */
  'team.fromFile': call(one.extend({ file: handle }), z.strictObject({ organization })),
  /** Opens the current team that is kept, as text that is fetched by `text.read`. */
  'team.read': call(one, z.strictObject({ text: handle, length: z.number().int().nonnegative() })),
  'team.forget': call(one, z.strictObject({ organization })),
} as const;
