/**
 * What TypeScript's DOM does not describe yet: text that is typed at an element without being put into it
 * (https://www.w3.org/TR/edit-context/, Chromium 121).
 */
interface EditContext extends EventTarget {
  readonly text: string;
  updateText(start: number, end: number, text: string): void;
  updateSelection(start: number, end: number): void;
  updateControlBounds(bounds: DOMRect): void;
  updateSelectionBounds(bounds: DOMRect): void;
  updateCharacterBounds(start: number, bounds: readonly DOMRect[]): void;
}

interface HTMLElement {
  editContext?: EditContext | null;
}

interface Window {
  readonly EditContext?: new () => EditContext;
}
