import { z } from 'zod';
import { handle } from './call.ts';

/** A file as the window may know it. `folder` is for showing only. */
export const fileRef = z.strictObject({ handle, name: z.string(), folder: z.string() });
export type FileRef = z.infer<typeof fileRef>;
