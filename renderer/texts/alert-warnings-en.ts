/** `alert-warnings-de.ts` has the same keys. */
export const alertWarningsEn = {
  region: 'Official warnings', test: 'TEST', allClear: 'All clear', asOf: 'As of {{time}}, {{age}}', old: 'please check for news', acknowledge: 'Acknowledge', read: 'Read', forward: 'Forward',
  notInDrill: 'Real warnings are not forwarded in drill mode.', onlyInDrill: 'A test warning is forwarded in drill mode only.', noTopic: 'There is no topic for hazards.',
  button: 'Official warnings ({{count}})', noSources: 'No source of official warnings is set up.', sourcesUnknown: 'Without a connection nobody knows how old this picture is.', answered: 'last answered {{age}}', neverAnswered: 'has never answered',
  sourceProblem: { unreachable: 'out of reach', refused: 'refused', redirected: 'redirects', 'too-large': 'answer too large', 'not-understood': 'answer not understood' },
  more_one: 'and {{count}} more', more_other: 'and {{count}} more', none: 'There is no official warning now.', acknowledgedBy: 'Acknowledged by {{name}}, {{at}}', escalated: 'Not acknowledged in time: more people were told on {{at}}.',
  escalatedShort: 'not seen in time, more people called at {{time}}', allText: 'Show all of the text', lessText: 'Show its beginning only', sources: 'Look at the sources',
  silent: 'A source of official warnings is silent: {{name}}.', silentMany: '{{count}} sources of official warnings are silent.', silentSince: 'Last answer {{age}}.', silentEver: 'It has never answered.', silentMeaning: 'That no warning comes does not mean that nothing is going on.',
  severity: { Extreme: 'Extreme danger', Severe: 'Severe danger', Moderate: 'Danger', Minor: 'Note', Unknown: 'Warning' }, from: 'From', where: 'Where', until: 'Holds until', todo: 'What to do',
}
