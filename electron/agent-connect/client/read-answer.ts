/** Largest answer that is read, in bytes after decompression. */
export const MOST_BYTES = 1 << 20;

/** The text of an answer's body, or null when it is longer than may be; the rest is then not read. */
export async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
