import type { Field } from '../popup.ts';

let made = 0;

/** An id that no other element of the window has. */
export function nextId(): string {
  made += 1;
  return `rc-popup-${made}`;
}

/** Makes a field of one line a combobox with a popup of its kind, closed; a field of several lines cannot be one. */
export function makeCombobox(field: Field, popup: 'listbox' | 'grid'): void {
  if (field instanceof HTMLTextAreaElement) return;
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-haspopup', popup);
  field.setAttribute('aria-autocomplete', 'list');
  showExpanded(field, null);
}

/** Tells which popup is open, by its id; null while none is. */
export function showExpanded(field: Field, popup: string | null): void {
  if (field instanceof HTMLInputElement) field.setAttribute('aria-expanded', String(popup !== null));
  if (popup === null) {
    field.removeAttribute('aria-controls');
    showMarked(field, null);
  } else field.setAttribute('aria-controls', popup);
}

/** Tells which part of the popup the keys are on, by its id; null for the field itself. */
export function showMarked(field: Field, part: string | null): void {
  if (part === null) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', part);
}
