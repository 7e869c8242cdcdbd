/** Whether a press asks for the context menu: the right button, or on a Mac also Ctrl. */
export function asksForMenu({ button, ctrlKey }: MouseEvent, platform: string): boolean {
  return button === 2 || (button === 0 && ctrlKey && platform === 'mac');
}
