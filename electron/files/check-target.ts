import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import {
  checkEnding,
  describeFileForm,
  type FileForm,
  nameWithEnding,
} from '../../shared/text/file-endings.ts';
import { isText } from './read-source.ts';

/** Bytes that tell a workbook, old or new. */
const HEAD = 8;

/**
 * Why a file may not be written in a form under a name, or null where it may: the name's ending says that it is
 * something else, or a workbook stands there, which text would destroy whatever its name is.
 */
export async function checkTarget(
  path: string,
  form: FileForm,
  hasTemplate: boolean,
): Promise<Failure | null> {
  const name = basename(path);
  const ending = checkEnding(name, form, hasTemplate);
  if (ending.kind !== 'fits') {
    const [what, better] = [describeFileForm(form), nameWithEnding(name, form)];
    return failed('write.otherEnding', { name, says: ending.what, what, better });
  }
  if (form === 'xlsx') return null;
  return isText(await headOf(path)) ? null : failed('write.overWorkbook', { name });
}

/** The first bytes of a file; none where there is no file, or it cannot be read and writing will say why. */
async function headOf(path: string): Promise<Buffer> {
  const none = Buffer.alloc(0);
  // Opening a pipe would wait for its other end.
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return none;
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return none;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return none;
  } finally {
    await file.close();
  }
}
