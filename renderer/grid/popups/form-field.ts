import type { CellText } from '../../../shared/roster/edits.ts';
import { combination } from '../../app/commands/keyboard.ts';
import { ChoicePopup } from './choice-popup.ts';
import { textsInUse } from './choices.ts';
import { hasInserted, type Host, type Popup, type Room } from './popup.ts';
import { openPopup } from './open-popup.ts';
import { documentOf } from '../view/grid-view.ts';
import type { Session } from '../../app/session/session.ts';

/** What a column is to get. */
export interface NewValue {
  readonly text: string;
  /** Cells that change with it, such as that a chosen leader may manage teams. */
  readonly also: readonly CellText[];
}

/**
 * A form's field with what the column's editor has beside it in the grid: the same list, people or calendar; else the
 * texts that stand in the column. Every new value is told.
 */
export class FormField implements Host {
  readonly session: Session;
  readonly field: HTMLInputElement;
  readonly position: number;
  readonly room: Room;
  readonly #tell: (value: NewValue) => void;
  readonly #popup: Popup | null;
  readonly #controller = new AbortController();

  constructor(session: Session, field: HTMLInputElement, position: number, tell: (value: NewValue) => void) {
    this.session = session;
    this.field = field;
    this.position = position;
    this.room = roomOf(field);
    this.#tell = tell;
    this.#popup = openPopup(this) ?? this.#openTexts();
    this.#listen();
  }

  /** Shows the list, if there is one. */
  open(): void {
    this.field.focus();
    this.#popup?.open();
  }

  setText(text: string): void {
    this.field.value = text;
    this.#say();
  }

  finish(): void {
    this.#popup?.close();
  }

  finishWith(text: string, also: readonly CellText[]): void {
    this.field.value = text;
    this.#popup?.close();
    this.#tell({ text, also });
  }

  destroy(): void {
    this.#controller.abort();
    this.#popup?.destroy();
  }

  #openTexts(): Popup | null {
    const texts = textsInUse(documentOf(this).roster, this.position);
    return texts.length === 0 ? null : new ChoicePopup(this, texts);
  }

  #listen(): void {
    const { signal } = this.#controller;
    const follow = (event: Event): void => {
      this.#popup?.follow(hasInserted(event));
      this.#say();
    };
    const close = (): void => {
      this.#popup?.close();
    };
    const takeKey = (event: KeyboardEvent): void => {
      if (!event.isComposing && this.#takeKey(combination(event, this.session.app.platform)))
        event.preventDefault();
    };
    this.field.addEventListener('input', follow, { signal });
    this.field.addEventListener('blur', close, { signal });
    this.field.addEventListener('keydown', takeKey, { signal });
  }

  /** Whether a key was the list's. Enter that chose from it does not send the form as well. */
  #takeKey(name: string): boolean {
    if (this.#popup === null) return false;
    const wasOpen = this.#popup.isOpen;
    const isUsed = this.#popup.takeKey(name === 'Down' && !wasOpen ? 'Alt+Down' : name);
    return isUsed || (name === 'Enter' && wasOpen && !this.#popup.isOpen);
  }

  #say(): void {
    this.#tell({ text: this.#popup?.meant() ?? this.field.value, also: [] });
  }
}

/** Beside everything else of the dialog, which is as large as the list needs. */
function roomOf(field: HTMLElement): Room {
  return {
    parent: field.closest('dialog') ?? document.body,
    scroller: field.closest<HTMLElement>('.dialog-body') ?? document.body,
    isInSight: () => true,
  };
}
