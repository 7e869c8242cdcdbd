import { goToPart } from '../../window/go-to-part.ts';
import { type CommandArea, withRoster } from '../command-area.ts';
import {
  clearFilter,
  filterAgain,
  filterChanged,
  filterProblems,
  openColumnPopup,
} from '../filter-commands.ts';

export const VIEW: CommandArea<'view'> = {
  'view.palette': ({ store }) => {
    store.setState({ dialog: { kind: 'palette' } });
  },
  'view.problems': ({ store }) => {
    const { problemsShown, uploadShown, organizationView } = store.getState();
    // What stands in their place gives way to them.
    const isHidden = !problemsShown || uploadShown || organizationView !== null;
    store.setState({ problemsShown: isHidden, uploadShown: false, organizationView: null });
  },
  'view.columnMenu': withRoster((session) => {
    openColumnPopup(session, 'menu');
  }),
  'view.filterColumn': withRoster((session) => {
    openColumnPopup(session, 'filter');
  }),
  'view.filterProblems': withRoster((session) => {
    filterProblems(session, { severity: null, code: null });
  }),
  'view.filterErrors': withRoster((session) => {
    filterProblems(session, { severity: 'error', code: null });
  }),
  'view.filterWarnings': withRoster((session) => {
    filterProblems(session, { severity: 'warning', code: null });
  }),
  'view.filterChanged': filterChanged,
  'view.filterAgain': filterAgain,
  'view.filterClear': clearFilter,
  'view.nextPart': () => {
    goToPart(1);
  },
  'view.previousPart': () => {
    goToPart(-1);
  },
};
