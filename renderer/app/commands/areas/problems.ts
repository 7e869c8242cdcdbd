import { type CommandArea, withRoster } from '../command-area.ts';
import { compareHere, fixAllSafe, fixHere, goToProblem, resolveLeaders } from '../problem-commands.ts';

export const PROBLEMS: CommandArea<'problems'> = {
  'problems.next': withRoster((session) => {
    goToProblem(session, 'next');
  }),
  'problems.previous': withRoster((session) => {
    goToProblem(session, 'previous');
  }),
  'problems.fixHere': withRoster(fixHere),
  'problems.resolveLeaders': withRoster(resolveLeaders),
  'problems.compareDuplicates': withRoster(compareHere),
  'problems.fixSafe': withRoster(fixAllSafe),
};
