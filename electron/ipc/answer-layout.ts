import { success } from '../../shared/result.ts';
import type { KeptLayout } from '../recent/kept-layout.ts';
import type { Handlers } from './door.ts';

/** Answers the calls about the user's column layout. */
export function answerLayout(kept: KeptLayout): Handlers<'layout.read' | 'layout.write'> {
  return {
    'layout.read': async () => success({ layout: await kept.read() }),
    'layout.write': async ({ layout }) => {
      const written = await kept.write(layout);
      return written.ok ? success({}) : written;
    },
  };
}
