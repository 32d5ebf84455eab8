/** `alert-catalogue-de.ts` has the same keys. */
export const alertCatalogueEn = {
  intro: 'What messages are made of: what one can subscribe to, which texts lie ready, and by which channels they go out.', parts: 'Parts', toAlerts: 'To the messages', back: 'To the overview', choose: 'Please choose',
  tab: { topics: 'Topics', templates: 'Templates', settings: 'Settings', ways: 'Channels' },
  save: 'Save', saving: 'Being saved …', unchanged: 'Nothing has changed.', saveHint: 'Holds at once at all desks. Nothing is sent by it.', saveOffline: 'Without a connection it holds once it has been transferred.',
  fromEarlier: 'This is what you began earlier and have not saved yet.', forget: 'Discard changes', taken: 'Somebody else has changed this meanwhile. Their version stands here already, and so do your own words.',
  contested: 'Somebody else has changed the same places. The fields have your version; this is the other one:', takeTheirs: 'Take the other version', keepMine: 'Keep my version',
  state: 'State', offered: 'offered', withdrawn: 'at rest', order: 'Order',

  topicCount_one: '1 topic', topicCount_other: '{{count}} topics', kind: 'Kind', department: 'Department', subscribed: 'Subscribed', nobody: 'nobody yet', newTopic: 'New topic', topicTitle: 'Topic: {{name}}', topicFields: 'About the topic',
  kinds: { hazard: 'Hazard', news: 'News' }, kindMeaning: { hazard: 'Warns of something and is over only with its all-clear.', news: 'Tells something.' }, kindFixed: 'This stays as it is: whoever wanted news shall not get warnings.',
  topicField: { nameDe: 'Name (Deutsch)', nameEn: 'Name (English)', descriptionDe: 'What it is about (Deutsch)', descriptionEn: 'What it is about (English)', kind: 'Kind', departmentId: 'Who writes', channels: 'Channels', active: 'Offered' },
  nameMissing: 'Give it a name.', departmentMissing: 'Choose whose words these are.', englishHint: 'Empty: the German name is shown.', withdrawnTopic: 'While a topic is at rest its subscriptions stay. Nobody can write on it or subscribe to it anew.',

  templateCount_one: '1 template', templateCount_other: '{{count}} templates', template: 'Template', duration: 'Holds', languages: 'Languages', minutes_one: '1 minute', minutes_other: '{{count}} minutes', toMend_one: '1 thing to mend', toMend_other: '{{count}} things to mend',
  newTemplate: 'New template', templateTitle: 'Template: {{name}}', copy: 'Copy', copyOf: 'Copy of {{name}}', what: 'What for',
  templateField: { name: 'Name of the template', topicId: 'Topic', event: 'Event', minutes: 'Holds for', category: 'Category', severity: 'Severity', isOneClick: 'Give it to be released with one click', active: 'Offered' },
  eventHint: 'By this an all-clear knows its message. Only one template of a topic has this event.', oneClickHint: 'For texts without gaps: a button above the list gives them to be released at once.', withdrawnTemplate: 'Templates at rest are not offered when somebody writes. Nothing is deleted.',
  words: { wordings: 'Text of the message', allClear: 'Text of the all-clear' }, show: { wordings: 'Look at the message', allClear: 'Look at the all-clear' },
  gapsHint: {
    wordings: 'What stands in braces is filled in when somebody writes: {Ort}, {Uhrzeit}. One gap has one name in both languages and is filled in at all places at once.',
    allClear: 'Lies ready before anybody is warned. Only {Ort} is filled in here, and by itself: with the places of the message before.',
  },
  gaps: 'Gaps:', longestHint: 'Measured with the longest name of a locality and {{count}} characters for every other gap.', tryAsDrill: 'Try it as a drill', officersTry: 'Whoever writes on this topic can try it.',
  problem: {
    'topic-gone': 'Choose a topic that is offered.', 'same-event': 'Another template of this topic has this event already. Their all-clears could not be told apart.', minutes: 'Between 5 minutes and 30 days.', 'too-brief': 'At least {{most}} minutes, or hardly anybody sees it.',
    'too-far': 'At most {{most}} days for this topic. Say it anew after that.', brace: 'A brace stands alone or holds nothing. A gap looks like this: {Ort}.', 'gap-one-language': '{{gap}} is there in one language only. Gaps have the same name in both.',
    'gap-at-end': 'Nobody fills in {{gap}} in an all-clear. Only {Ort} is possible.', 'gap-one-click': 'What goes out with one click has no gaps.', 'too-long': 'At most {{most}} characters, with its gaps filled.', 'too-many-parts': 'With its gaps filled this is more than {{most}} SMS.',
    'same-as-headline': 'The text only repeats the headline.', 'german-missing': 'German words are missing.', 'says-no-drill': 'No drill may say this: that it is none.', 'says-no-warning': 'A real message must not call itself a drill.',
  },

  settings: 'What all messages have in common', settingsWrong_one: 'One thing is not right yet.', settingsWrong_other: '{{count}} things are not right yet.',
  settingsPart: { sender: 'Sender', called: 'Who is called', drills: 'Drills' },
  settingsMeaning: {
    sender: 'By this people and programs know that a message comes from the town.', called: 'If nobody looks at an official warning in time, the officers on duty are called by e-mail first, and after as long again the leads.', drills: 'These people alone get drill messages by e-mail, and they never get anything else this way.',
  },
  settingsField: {
    sender: 'Identifier of the sender', senderName: 'Name of the sender', regionCode: 'Regional key (12 digits)', localities: 'Localities', trainingAddresses: 'E-mail addresses for drills', escalateMinutes: 'Call after (minutes)', officerAddresses: 'E-mail addresses of the officers on duty',
    leadAddresses: 'E-mail addresses of the leads',
  },
  settingsHint: {
    sender: 'Names the town in the feed for ever, for example warning@town.de. Other programs know older messages by it alone: do not change it after the first message.', senderName: 'As people read it: Stadt Musterhausen.',
    regionCode: 'The official regional key of the town (Amtlicher Regionalschlüssel).', trainingAddresses: 'One per line.', escalateMinutes: '1 to 240.', officerAddresses: 'One per line.', leadAddresses: 'One per line.',
  },
  settingsProblem: { sender: 'No blanks, commas, < or &, 3 to 120 characters.', senderName: 'Name who informs.', regionCode: 'Exactly 12 digits.', escalateMinutes: 'A whole number from 1 to 240.' },
  regionRead: '{{state}}, county {{county}}.', wholeCounty: '{{state}}, {{county}}: this key stands for a whole county or for a city that is none\'s.', regionStrange: 'There is no such key: state and county do not fit.',
  addressWrong: 'This is no e-mail address: {{what}}', addressesTooMany: 'At most {{most}} addresses.',
  localitiesMeaning: 'Where each locality lies and how far it reaches. Maps and warning apps know no names; they get these circles.', addLocality: 'Add a locality', removeLine: 'Remove', lineNumber: 'Line {{number}}',
  localityField: { name: 'Name', latitude: 'Latitude', longitude: 'Longitude', radiusKm: 'Radius (km)' },
  localityProblem: { name: 'The name is missing.', twice: 'This name is there already.', place: 'Latitude and longitude in degrees, here about 52.4 and 11.8.', swapped: 'Latitude and longitude are the wrong way round.', radius: 'A number above 0, at most 100.' },

  waysCaption: 'Channels out of the house', waysUnknown: 'How the channels stand is not known at the moment.', live: 'Real messages', lastCarried: 'Last', drills: 'Drills', whatToDo: 'What to do', setUp: 'set up', notForDrills: 'never for drills', readByAll: 'read by everybody',
  handedAt: 'handed over {{when}}', neverHanded: 'nothing handed over yet', failedAt: 'failed {{when}}',
  wayReady: {
    email: 'Nothing. Drills go to the addresses in the settings.', push: 'Nothing.', sms: 'Nothing.', feed: 'Nothing. It is signed by itself.', display: 'Nothing. Messages hang above the numbers that are called and on the pages of the portal.', 'web-hook': 'Nothing.',
  },
  waySetUp: {
    email: 'Whoever runs the service sets SMTP_URL and MAIL_FROM.', push: 'Whoever runs the service sets up push messages.', sms: 'Whoever runs the service sets SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN.', feed: 'Whoever runs the service has to look: this channel stands ready by itself otherwise.',
    display: 'Whoever runs the service has to look: this channel stands ready by itself otherwise.', 'web-hook': 'Whoever runs the service sets ALERT_HOOKS and ALERT_HOOK_SECRET, for drills DRILL_HOOKS and DRILL_HOOK_SECRET.',
  },
}
