/** Warnings of other authorities on the officers' desks; `alert-warnings-en.ts` has the same keys. */
export const alertWarningsDe = {
  region: 'Amtliche Warnungen', test: 'TEST', allClear: 'Entwarnung', asOf: 'Stand {{time}}, {{age}}', old: 'bitte neuen Stand prüfen', acknowledge: 'Zur Kenntnis genommen', read: 'Lesen', forward: 'Weitergeben',
  notInDrill: 'Im Übungsbetrieb wird keine echte Warnung weitergegeben.', onlyInDrill: 'Eine Probewarnung wird nur im Übungsbetrieb weitergegeben.', noTopic: 'Es gibt kein Thema für Gefahren.',
  button: 'Amtliche Warnungen ({{count}})', noSources: 'Es ist keine Quelle für amtliche Warnungen eingerichtet.', sourcesUnknown: 'Ohne Verbindung ist nicht bekannt, wie aktuell dieses Bild ist.', answered: 'zuletzt abgefragt {{age}}', neverAnswered: 'hat noch nie geantwortet',
  sourceProblem: { unreachable: 'nicht erreichbar', refused: 'abgelehnt', redirected: 'leitet um', 'too-large': 'Antwort zu groß', 'not-understood': 'Antwort unverständlich' },
  more_one: 'und {{count}} weitere', more_other: 'und {{count}} weitere', none: 'Zurzeit liegt keine amtliche Warnung vor.', acknowledgedBy: 'Zur Kenntnis genommen von {{name}}, {{at}}', escalated: 'Nicht rechtzeitig zur Kenntnis genommen: Weitere wurden am {{at}} verständigt.',
  escalatedShort: 'nicht rechtzeitig gesehen, Weitere um {{time}} verständigt', allText: 'Ganzen Text zeigen', lessText: 'Nur den Anfang zeigen', sources: 'Quellen ansehen',
  silent: 'Eine Quelle amtlicher Warnungen schweigt: {{name}}.', silentMany: '{{count}} Quellen amtlicher Warnungen schweigen.', silentSince: 'Letzte Antwort {{age}}.', silentEver: 'Sie hat noch nie geantwortet.', silentMeaning: 'Dass keine Warnung kommt, heißt jetzt nicht, dass nichts los ist.',
  severity: { Extreme: 'Extreme Gefahr', Severe: 'Große Gefahr', Moderate: 'Gefahr', Minor: 'Hinweis', Unknown: 'Warnung' }, from: 'Von', where: 'Wo', until: 'Gilt bis', todo: 'Was zu tun ist',
} as const
