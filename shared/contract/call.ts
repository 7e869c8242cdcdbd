import { z } from 'zod';

/** An opaque name that the host gives to a file, a folder, a text or a write; the window never names a path. */
export const handle = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** Asks or answers nothing. */
export const nothing = z.strictObject({});

/** A call between the window and its host: what is sent, and what is answered when all goes well. */
export function call<Request extends z.ZodType, Reply extends z.ZodType>(request: Request, reply: Reply) {
  return { request, reply };
}

/** A file as the window may know it. `folder` is for showing only. */
export const fileRef = z.strictObject({ handle, name: z.string(), folder: z.string() });
export type FileRef = z.infer<typeof fileRef>;
