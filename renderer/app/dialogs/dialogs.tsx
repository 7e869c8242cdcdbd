import { assertNever } from '../../../shared/failures/result.ts';
import { AppUpdateDialog } from '../../about/app-update-dialog.tsx';
import { SetColumnDialog } from '../../find/set-column-dialog.tsx';
import { DoctorDialog } from '../../import/doctor-dialog.tsx';
import { ReadingDialog } from '../../import/reading-dialog.tsx';
import { LeftDraftDialog } from '../../drafts/left-draft-dialog.tsx';
import { CompareDuplicatesDialog } from '../../problems/compare-duplicates-dialog.tsx';
import { ExportDialog } from '../../export/export-dialog.tsx';
import { ResolveLeadersDialog } from '../../problems/resolve-leaders-dialog.tsx';
import { ColumnsDialog } from '../../import/mapping/columns-dialog.tsx';
import { MergeDialog } from '../../import/merge-dialog.tsx';
import { Palette } from '../palette/palette.tsx';
import { useSessionState } from '../session/session.ts';
import { DiagnosticsDialog } from '../../about/diagnostics-dialog.tsx';
import { RemoveDataDialog } from '../../about/remove-data-dialog.tsx';
import { DroppedDialog } from './dropped-dialog.tsx';
import { FailureDialog } from './failure-dialog.tsx';
import { PasteHeadersDialog } from './paste-headers-dialog.tsx';
import { PasteManyDialog } from './paste-many-dialog.tsx';
import { ChangedOnDiskDialog, HeldFileDialog } from './save-dialogs.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { UploadingDialog } from './uploading-dialog.tsx';
import { UnsavedDialog } from './unsaved-dialog.tsx';

/** Whatever is asked over the grid. */
export function Dialogs() {
  const dialog = useSessionState((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'failure':
      return <FailureDialog {...dialog} />;
    case 'leftDraft':
      return <LeftDraftDialog {...dialog} />;
    case 'unsaved':
      return <UnsavedDialog {...dialog} />;
    case 'uploading':
      return <UploadingDialog {...dialog} />;
    case 'dropped':
      return <DroppedDialog {...dialog} />;
    case 'merge':
      return <MergeDialog key={dialog.form.kind === 'workbook' ? dialog.form.sheet : ''} {...dialog} />;
    case 'changedOnDisk':
      return <ChangedOnDiskDialog {...dialog} />;
    case 'heldFile':
      return <HeldFileDialog {...dialog} />;
    case 'export':
      return <ExportDialog />;
    case 'doctor':
      return <DoctorDialog {...dialog} />;
    case 'reading':
      return <ReadingDialog {...dialog} />;
    case 'columns':
      return <ColumnsDialog isFirst={dialog.isFirst} />;
    case 'leaders':
      return <ResolveLeadersDialog />;
    case 'duplicates':
      return <CompareDuplicatesDialog {...dialog} />;
    case 'pasteMany':
      return <PasteManyDialog {...dialog} />;
    case 'pasteHeaders':
      return <PasteHeadersDialog {...dialog} />;
    case 'setColumn':
      return <SetColumnDialog {...dialog} />;
    case 'appUpdate':
      return <AppUpdateDialog />;
    case 'diagnostics':
      return <DiagnosticsDialog />;
    case 'removeData':
      return <RemoveDataDialog />;
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    default:
      return assertNever(dialog);
  }
}
