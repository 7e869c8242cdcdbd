/** C0 and C1 controls, and the characters that turn the writing direction: a terminal acts on them. */
const ACTED_ON = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text from a file as one line that a terminal only shows: a line break becomes `⏎`, a tab `⇥`, anything else that
 * would move the cursor, colour the screen or turn the line around a `�`.
 */
export function showText(text: string): string {
  return text
    .replaceAll(/\r\n|\r|\n/g, '⏎')
    .replaceAll('\t', '⇥')
    .replaceAll(ACTED_ON, '\u{FFFD}');
}

/** A value as JSON in one line, with the C1 controls escaped as well, which JSON leaves bare and terminals obey. */
export function json(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  );
}
