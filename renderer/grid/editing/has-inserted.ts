/** Whether typing added something and took nothing away. What an input method still composes is not typed yet. */
export function hasInserted(event: Event): boolean {
  return event instanceof InputEvent && !event.isComposing && event.inputType.startsWith('insert');
}
