import { useEffect, useState } from 'react';
import type { FileRef, Reply } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/failures/failures.ts';
import type { Result } from '../../../shared/failures/result.ts';
import type { TextEncoding } from '../../../shared/text/encodings.ts';
import type { HowToRead } from '../../app/session/how-to-read.ts';
import type { Session } from '../../app/session/session.ts';

/** The beginning of a file, or why it cannot be shown. */
export type Previewed = Result<Reply<'file.preview'>, Failure>;

/** The beginning of a file in a sheet and an encoding; the last one stays until another has come. Null before the first. */
export function usePreview(
  session: Session,
  file: FileRef,
  { sheet, encoding }: HowToRead,
): Previewed | null {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  useEffect(() => {
    let isWanted = true;
    const request = { file: file.handle, sheet: sheet ?? null, encoding: encoding ?? null };
    void session.host.call('file.preview', request).then((answer) => {
      if (isWanted) setPreviewed(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [session, file, sheet, encoding]);
  return previewed;
}

type Readings = Reply<'file.readings'>['readings'];

/** A few lines of a text file in every encoding; none until they are there, or where they cannot be had. */
export function useReadings(session: Session, file: FileRef): Readings {
  const [readings, setReadings] = useState<Readings>([]);
  useEffect(() => {
    void session.host.call('file.readings', { file: file.handle }).then((answer) => {
      if (answer.ok) setReadings(answer.value.readings);
    });
  }, [session, file]);
  return readings;
}

/** The form that a file was found to have while nobody had chosen an encoding. */
export function useDetected(
  previewed: Previewed | null,
): { readonly encoding: TextEncoding; readonly others: readonly TextEncoding[] } | null {
  const form = previewed?.ok === true ? previewed.value.form : null;
  const now = form?.kind === 'text' && form.confidence !== 'chosen' ? form : null;
  const [detected, setDetected] = useState(now);
  if (now !== null && now !== detected) setDetected(now);
  return now ?? detected;
}
