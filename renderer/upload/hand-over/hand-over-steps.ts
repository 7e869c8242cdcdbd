/** What is left to do by hand in Agent Connect’s own page, after the vendor’s article on Bulk Create. */
export const HAND_OVER_STEPS = [
  {
    name: 'bulkCreate',
    title: 'Go to Bulk Create',
    sentence: 'Manage Team, Add Users, Bulk Create Users. You need a role that may add users.',
  },
  {
    name: 'upload',
    title: 'Upload the file',
    sentence: 'Drop the exported file on the page, or choose it there.',
  },
  {
    name: 'welcome',
    title: 'Decide about the welcome emails',
    sentence:
      'With “Delay welcome emails” nobody hears of it yet. Later they all go out in one batch, to everyone who waits.',
  },
  {
    name: 'preview',
    title: 'Select Preview and look through it',
    sentence: 'Nobody is created yet. What is flagged there: mend it here, export again and upload that.',
  },
  {
    name: 'continue',
    title: 'Select Continue',
    sentence: 'Now people are created. Photos cannot be added in bulk; each profile takes its own.',
  },
] as const;

/** The name of a step, or of one that this app does. */
export type HandOverStep = (typeof HAND_OVER_STEPS)[number]['name'];
