/** `help-de.ts` has the same keys. */
export const helpEn = {
  title: 'Help',
  open: 'Help on this screen',
  close: 'Close help',
  search: 'Search the help',
  found_one: '1 page found',
  found_other: '{{count}} pages found',
  first: 'First steps',
  shortcuts: 'Keyboard shortcuts',
  tour: 'Tour for the first day',
  diagnosis: 'Make a diagnosis …',
  training: 'TRAINING TOWN.',
  trainingMeaning: 'All people and cases are invented, and nothing goes out. Do not enter real data all the same.',
  trainingTitle: 'TRAINING TOWN – ',
  trainingMark: 'TRAINING',
} as const

/** `help-de.ts` has the same keys. */
export const tourEn = {
  region: 'Tour',
  place: 'Step {{place}} of {{of}}',
  back: 'Back',
  next: 'Next',
  finish: 'Done',
  later: 'Go on later',
  titles: { areas: 'Your areas', list: 'The list', day: 'My day', capture: 'Record an application', search: 'Search and commands', transfer: 'Transfer', help: 'Help' },
  words: {
    areas: 'On the left are the areas that belong to your tasks. F6 leads from region to region. You can work during the tour.',
    list: 'These are the cases of your departments. Enter opens one, Esc leads back to the same row.',
    day: 'This is what matters today: deadlines, follow-ups and what waits for somebody.',
    capture: 'Applications on paper or by telephone are recorded here, also without a network.',
    search: 'From everywhere you find cases, views and commands here.',
    transfer: 'Here you see whether everything is transferred. What is waiting is safely saved on this computer.',
    help: 'You open the help on each screen here or with F1. There you also find this tour again.',
  },
} as const
