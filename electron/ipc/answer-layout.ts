import { success } from '../../shared/failures/result.ts';
import type { KeptLayout } from '../recent/kept-layout.ts';
import type { Handlers } from './door.ts';

/** Answers the calls about the user's column layout. */
export function answerLayout(kept: KeptLayout): Handlers<'layout.read' | 'layout.write'> {
  return {
    'layout.read': async () => {
      const found = await kept.read();
      if (!found.ok) return found;
      return success({ layout: found.value.value, setAside: found.value.setAside });
    },
    'layout.write': async ({ layout }) => {
      const written = await kept.write(layout);
      return written.ok ? success({}) : written;
    },
  };
}
