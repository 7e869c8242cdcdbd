import { comparable } from '../../../../shared/rules/cell-rules/clean-text.ts';
import { formatGroups, groupNames } from '../../../../shared/rules/cell-rules/groups.ts';
import { foldText } from '../../../../shared/text/plain-text.ts';

/** The name that is being typed in a text of groups: what stands around the caret between braces and commas. */
export function nameAtCaret(text: string, caret: number): string {
  const before = /[^{},]*$/.exec(text.slice(0, caret))?.[0] ?? '';
  const after = /^[^{},]*/.exec(text.slice(caret))?.[0] ?? '';
  return (before + after).trim();
}

/**
 * The groups that a text has, apart from a name at the caret that is still being typed. Where the form is wrong, its
 * names are read as they were most likely meant.
 */
export function chosenGroups(text: string, caret: number): readonly string[] {
  const names = groupNames(text) ?? comparable(text).split(/[{},]/);
  const once = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const typed = nameAtCaret(text, caret);
  return text === formatGroups(once) ? once : once.filter((name) => name !== typed);
}

/**
 * The text after a group was chosen: in the list if it was not, out of it if it was. What was typed at the caret to find
 * the group gives way to it; other names stay, whatever they are.
 */
export function toggleGroup(text: string, caret: number, group: string): string {
  const chosen = chosenGroups(text, caret);
  if (chosen.includes(group)) return formatOrNothing(chosen.filter((name) => name !== group));
  const typed = nameAtCaret(text, caret);
  const isSearch = foldText(group).includes(foldText(typed));
  const kept = chosen.filter((name) => name !== typed || !isSearch);
  const other = typed !== '' && !isSearch && !kept.includes(typed) ? [typed] : [];
  return formatOrNothing([...kept, ...other, group]);
}

function formatOrNothing(names: readonly string[]): string {
  return names.length === 0 ? '' : formatGroups(names);
}
