import type { Settings } from '../../../shared/rules/settings.ts';

interface Step {
  readonly name: HandOverStep;
  readonly title: string;
  readonly sentence: string;
}

/** The name of a step that is done in Agent Connect’s own page. */
export type HandOverStep = 'page' | 'upload' | 'welcome' | 'preview' | 'confirm';

const UPLOAD: Step = {
  name: 'upload',
  title: 'Upload the file',
  sentence: 'Drop the exported file on the page, or choose it there.',
};

/** What is left to do by hand in Agent Connect’s own page, after the vendor’s articles on bulk create and bulk update. */
export const HAND_OVER_STEPS: Readonly<Record<Settings['mode'], readonly Step[]>> = {
  create: [
    {
      name: 'page',
      title: 'Go to Bulk Create',
      sentence: 'Manage Team, Add Users, Bulk Create Users. You need a role that may add users.',
    },
    UPLOAD,
    {
      name: 'welcome',
      title: 'Decide about the welcome emails',
      sentence:
        'With “Delay welcome emails” nobody is notified yet. Later the emails go out in one batch, to everyone who is waiting.',
    },
    {
      name: 'preview',
      title: 'Select Preview and look through it',
      sentence: 'Nobody is created yet. Fix here what is flagged there, export again and upload that.',
    },
    {
      name: 'confirm',
      title: 'Select Continue',
      sentence: 'Now people are created. Photos cannot be added in bulk; each profile takes its own.',
    },
  ],
  update: [
    {
      name: 'page',
      title: 'Go to the bulk update',
      sentence: 'In Manage Team, where “Download Current Team” is as well.',
    },
    UPLOAD,
    {
      name: 'preview',
      title: 'Look through the preview',
      sentence:
        'Green is a change, red an error; nothing is changed yet. Fix here what is red, export again and upload that.',
    },
    {
      name: 'confirm',
      title: 'Select Confirm',
      sentence: 'Now people are changed. It takes some minutes, and an email reports what could not be done.',
    },
  ],
};
