import { z } from 'zod';

/** Where newer versions are looked for, or why nowhere. */
export type UpdateChannel =
  | { readonly kind: 'on'; readonly platform: 'win32' | 'darwin'; readonly feed: string }
  | { readonly kind: 'off'; readonly why: string };

/** What decides whether this Rollcall may look for newer versions. */
export interface ChannelFacts {
  /** Of Node, such as `win32`. */
  readonly platform: string;
  readonly isPackaged: boolean;
  /** What an administrator says in `ROLLCALL_UPDATES`. */
  readonly switched: string | undefined;
  /** Whether the installer of the Windows user's own put it here; an MSI is the administrator's to replace. */
  readonly hasUninstaller: boolean;
  /** What `app-update.yml` holds, as parsed; null where there is none. */
  readonly config: unknown;
}

/** electron-builder writes more, of which nothing is used. */
const config = z.object({
  provider: z.literal('generic'),
  url: z.url({ protocol: /^https$/ }),
  publisherName: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
});

/**
 * Says whether newer versions may be looked for. Only where the distributor named a place reached by https, and where
 * the system checks who signed them: Windows by the publisher's name, macOS by itself, Linux not at all.
 */
export function judgeChannel(facts: ChannelFacts): UpdateChannel {
  const off = (why: string): UpdateChannel => ({ kind: 'off', why });
  if (!facts.isPackaged) return off('not in a checkout');
  if (facts.config === null) return off('no channel');
  if (facts.switched === 'off') return off('switched off by ROLLCALL_UPDATES');
  if (facts.platform !== 'win32' && facts.platform !== 'darwin')
    return off('not where nothing checks signatures');
  const read = config.safeParse(facts.config);
  if (!read.success || hasUserPart(read.data.url))
    return off('app-update.yml names no generic provider by https');
  const { url, publisherName } = read.data;
  if (facts.platform === 'win32') {
    if (publisherName === undefined) return off('app-update.yml names no publisher, as nothing is signed');
    if (!facts.hasUninstaller) return off('installed by an administrator');
  }
  return { kind: 'on', platform: facts.platform, feed: url };
}

function hasUserPart(address: string): boolean {
  return /^https:\/\/[^/?#]*@/i.test(address);
}
