import { Progress } from '@mantine/core';
import type { UploadState } from '../upload-state.ts';

/** What was confirmed is being written down before anything is sent. */
export function StartingView({ name, fraction }: Extract<UploadState, { kind: 'starting' }>) {
  return (
    <div className="upload-body" aria-live="polite">
      <p>Getting the upload to {name} ready…</p>
      <Progress value={100 * fraction} size="sm" aria-label="Getting ready" />
      <p className="upload-quiet">Nothing is sent before all of it is written down.</p>
    </div>
  );
}
