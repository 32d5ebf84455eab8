/** `alerts-de.ts` has the same keys. */
export const alertsEn = {
  intro: 'Warnings and news of the town, from the draft to the all-clear.',
  new: 'New message', newTitle: 'New message: what is it about?', findTemplate: 'Find an event or a topic', noTemplate: 'Nothing lies ready for that.', withoutTemplate: 'Without a template',
  empty: 'No message yet. Begin the first one with "New message".', more: 'Show more', drill: 'DRILL', noHeadline: 'No headline yet',
  oneClick: 'With one click', oneClickHint: 'The text lies ready, also the one for the end. One click gives it to be released; it goes out only after that.',
  section: {
    ending: 'Ends soon', uncalled: 'Ended without an all-clear', wished: 'Noted without a connection', release: 'Waits for your release', review: 'Sent alone, please review', live: 'Holds now',
    pending: 'With the second person', draft: 'Drafts', history: 'Earlier',
  },
  kindOver: 'Conclusion', composeOver: 'Write that it is over',
  kind: { update: 'Update', cancel: 'Correction', 'all-clear': 'All clear' },
  marks_one: 'One message waits for you', marks_other: '{{count}} messages wait for you',
  endingBanner: 'Ends {{when}}:', goOnOrEnd: 'Prolong or call off', goOn: 'Prolong', holdsUntil: 'Holds until', endsSoon: 'Ends {{when}}: prolong it or give the all-clear.', uncalledSince: 'Ran out {{when}}. Nobody has said whether the danger is over.',
  returned: 'Returned by {{name}}: {{reason}}', wishedAt: 'Noted without a connection by {{name}}, {{when}}.',
  wishAsk: 'Nothing was sent. Is the text still right?', wishWaits: 'Nothing goes out by itself. You are asked as soon as there is a connection again.',

  compose: 'Write a message', composeKind: { update: 'Write an update', cancel: 'Write a correction', 'all-clear': 'Write the all-clear' }, composeDrill: 'DRILL – {{title}}', toList: 'To the list',
  gaps: 'Missing in the text', words: 'Text', addEnglish: 'Add English', removeEnglish: 'Remove English', fieldIn: '{{name}} ({{language}})',
  field: {
    topic: 'Topic', event: 'Event', headline: 'Headline', text: 'What is happening?', instruction: 'What should people do?', short: 'In short, for SMS and push', areas: 'Where', source: 'Who informs',
    beginsAt: 'From when', endsAt: 'Until when', situationAt: 'As of', channels: 'Channels', wordings: 'Text',
  },
  englishBehind: 'The German text has changed. Is the English one still right?', englishRight: 'Yes, still right', englishLacks: 'Only the German text says this: {{numbers}}',
  notYours: 'Somebody else has written this. Whoever changes it has a part in it and can no longer release it.',
  gapOpen: 'is still missing in the text.',
  length: '{{count}} of {{most}} characters', lengthBefore: ', with “{{before}}” before it', lengthSms_one: '1 SMS: {{units}} of {{most}} characters', lengthSms_other: '{{count}} SMS: {{units}} of {{most}} characters',
  lengthBroadcast: 'For the warning system by way of the county (cell broadcast): {{count}} of {{most}} characters',
  sign: '»{{sign}}«', foreign_one: 'The character {{signs}} makes the text shorter on mobile phones: {{brief}} instead of {{long}} characters.', foreign_other: 'The characters {{signs}} make the text shorter on mobile phones: {{brief}} instead of {{long}} characters.',
  foreignFixed_one: 'Nothing says the same as {{signs}}.', foreignFixed_other: 'Nothing says the same as {{signs}}.', replaceAll: 'Replace all',
  adviceList: 'Easier to understand',
  advice: {
    'long-sentence': 'Long sentence: "{{quote}}"', 'long-word': 'Long word: "{{quote}}"', 'office-word': 'Office language: "{{quote}}"', abbreviation: 'Does everybody know this? "{{quote}}"',
    'no-time': 'Since when? Name a time.', 'no-place': 'Where? The text does not say: {{quote}}', shouting: 'Capitals are hard to read: "{{quote}}"',
  },
  takeInstead: 'Replace by "{{instead}}"',

  where: 'Where', locality: 'Locality', showLocalities: 'Show localities', localityTaken: 'Already there.', noLocality: 'No such locality', wholeTown: 'Whole town', addCircle: 'Circle', addFile: 'File (GeoJSON)', chosenAreas: 'The message holds here', shapeName: 'Area {{number}}',
  circleOf: '{{name}}, within {{km}} km', around: 'Around', byNumbers: 'A point by its coordinates', latitude: 'Latitude', latitudeWrong: 'A number from −90 to 90, here about 52.4.', longitude: 'Longitude', longitudeWrong: 'A number from −180 to 180, here about 11.8.',
  radius: 'Within how many km', radiusWrong: 'A number above 0, at most 100.', circleName: 'What is the place called?', circleNameMissing: 'A name that people know.', takeCircle: 'Take it',
  fileProblem: {
    known: 'These shapes stand there already.',
    'no-json': 'The file is incomplete or no GeoJSON. Nothing was taken from it.', 'no-shape': 'There is no area in latitude and longitude in the file. Nothing was taken from it.',
    hole: 'One area has a hole, which no channel can carry. Nothing was taken from it.', 'too-large': 'The file is larger than 2 MB. Nothing was taken from it.', 'too-many': 'These are too many areas or points. Nothing was taken from it.',
  },
  mapOf: 'Map: {{places}}', mapEmpty: 'Map of the localities, no area yet',

  when: 'How long', howLong: 'Holds from its beginning', hours_one: '1 hour', hours_other: '{{count}} hours', days_one: '1 day', days_other: '{{count}} days', untilMorning: 'Until 8 tomorrow morning',
  timeDay: { endsAt: 'Holds until (day)', beginsAt: 'Holds from (day), empty: at once', situationAt: 'Situation as of (day)' }, timeOfDay: 'Time', atOnce: 'At once', asOfNow: 'Now',

  ways: 'Channels', forAll: 'to be seen by everybody', away: 'not set up', notKnown: 'not known', people_one: '1 person', people_other: '{{count}} people', ofThemEnglish: '{{count}}, {{english}} of them in English',
  together: 'Together {{people}}.', byPlace: 'Which places they subscribed to', allPlaces: 'The whole town',
  countUnknown: 'How many people the message reaches is not known at the moment.', countedAt: 'Figures counted {{when}}.',

  rating: 'Rating and sender', contact: 'Contact for questions', web: 'Web address', severity: 'Severity', urgency: 'Urgency', certainty: 'Certainty', category: 'Category',
  severities: { Extreme: 'Extreme', Severe: 'Severe', Moderate: 'Moderate', Minor: 'Minor', Unknown: 'Not known' },
  urgencies: { Immediate: 'Act at once', Expected: 'Act soon', Future: 'Later', Past: 'Over', Unknown: 'Not known' },
  certainties: { Observed: 'Observed', Likely: 'Likely', Possible: 'Possible', Unlikely: 'Unlikely', Unknown: 'Not known' },
  categories: {
    Geo: 'Earth', Met: 'Weather', Safety: 'Safety', Security: 'Police', Rescue: 'Rescue', Fire: 'Fire', Health: 'Health', Env: 'Environment', Transport: 'Traffic', Infra: 'Supply', CBRNE: 'Hazardous substances', Other: 'Other',
  },

  preview: 'How it arrives', left: 'Left to do', complete: 'Nothing is missing.',
  missing: {
    event: 'Name the event.', headline: 'Write a headline.', text: 'Write what is happening, where and since when.', instruction: 'Write what people should do.',
    short: 'Write what matters most in two lines.', source: 'Name who says so.', channels: 'Choose at least one channel.',
  },
  problem: {
    'area-missing': 'Choose where the message holds.', 'area-twice': 'One area is there twice. Take one out.', 'polygon-too-few': 'One area has too few points. Take it out.', 'polygon-open': 'One area is not closed. Take it out.',
    'polygon-too-many': 'One area has more than 250 points. Simplify it and read the file anew.', 'polygon-flat': 'One area is only a line. Take it out.', 'polygon-crosses': 'The edge of one area crosses itself. Take it out.', 'radius-wrong': 'The circle is 0 or larger than 100 km.',
    'too-long': 'At most {{most}} characters.', gap: 'Something is still missing here: {{gap}}', 'same-as-headline': 'The text only repeats the headline. Write what is happening where and since when.', 'end-missing': 'Say until when the message holds.',
    'end-before-begin': 'The end comes before the beginning. Change one of them.', 'end-passed': 'The end is over already. Choose a later one.', 'too-brief': 'At least {{most}} minutes, or hardly anybody sees it.', 'too-far': 'At most {{most}} days. Say it anew after that.',
    'not-offered': 'One channel does not belong to this topic. Take it out.', 'topic-gone': 'This topic is no longer there. Begin the message anew with another one.', 'german-missing': 'German words are missing. Add them.', 'says-no-drill': 'A drill must not say that it is none. Delete that.',
    'says-no-warning': 'A real message must not call itself a drill. Delete that.', 'no-time': 'This is no day with a time. Write for example 22/11/2026 and 20:15.',
  },
  give: 'Give to be released', giveHint: 'Ctrl+Enter. The message goes out only once somebody else releases it.', wishHint: 'Without a connection it is noted. Nothing goes out by itself.', giveNow: 'Give to be released now', giving: 'Being given on …',
  discard: 'Discard', discardTitle: 'Discard the draft?', discardText: 'The draft is withdrawn. It can still be read under "Earlier".',
  conflict: '{{name}} has changed this draft while you were writing. Your last words are not saved yet.', takeTheirs: 'Take the other version', keepMine: 'Keep my version', chooseFirst: 'Choose first which version holds.',
}
