/** Decides whether a window may close, from what it last said about unsaved work. */
export interface CloseGuard {
  readonly showUnsaved: (unsaved: boolean) => void;
  /** The page is gone and can neither be asked nor save. */
  readonly letGo: () => void;
  /** False when the window has to be asked first. */
  readonly mayClose: () => boolean;
}

/** A guard of a window with nothing unsaved. */
export function createCloseGuard(): CloseGuard {
  let unsaved = false;
  let gone = false;
  return {
    showUnsaved: (now) => {
      unsaved = now;
    },
    letGo: () => {
      gone = true;
    },
    mayClose: () => gone || !unsaved,
  };
}
