/** Release by the second person, the emergency path and drills; `alert-release-en.ts` has the same keys. */
export const alertReleaseDe = {
  release: 'Freigeben', return: 'Zurückgeben', reject: 'Ablehnen', withdraw: 'Zurückziehen', offline: 'Das geht nur mit Verbindung.', leadsOnly: 'Das entscheidet eine Leitung oder die Einsatzleitung.',
  ownWords: 'Sie haben an dieser Meldung mitgeschrieben. Jemand anderes gibt sie frei.', waiting: 'Wartet auf die zweite Person', waitingText: 'Lesen Sie Text, Gebiet und Dauer. Genau so geht die Meldung hinaus.',
  incomplete: 'So kann die Meldung nicht mehr hinaus. Geben Sie sie zurück und sagen Sie, was zu ändern ist:',
  sending: 'Wird gesendet …', offlineNothing: 'Ohne Verbindung geht nichts hinaus. Das Fenster kann offen bleiben, bis sie wieder da ist.',
  notLikeThis: 'So kann sie nicht hinaus.',
  returnTitle: 'Meldung zurückgeben', rejectTitle: 'Meldung ablehnen', returnMeaning: 'Die Meldung wird wieder ein Entwurf. Nichts geht hinaus.', rejectMeaning: 'Die Meldung ist damit erledigt. Nichts geht hinaus.',
  reason: 'Begründung', reasonMissing: 'Ein Satz, warum.', sendNothing: 'Abbrechen, nichts senden', language: { de: 'Deutsch', en: 'Englisch' },
  banner: 'Wartet auf Ihre Freigabe:', bannerReal: 'Echte Warnung, wartet auf Ihre Freigabe:', bannerRead: 'Lesen und entscheiden', bannerMore_one: 'und {{count}} weitere', bannerMore_other: 'und {{count}} weitere',
  papers: 'Was die Menschen bekommen', long: 'E-Mail, Seite, Anzeige', short: 'SMS und Push-Nachricht',
  facts: { authors: 'Geschrieben von', submitted: 'Zur Freigabe gegeben', released: 'Freigegeben', alone: 'Allein gesendet', audience: 'Wer sie bekommt', where: 'Wo', until: 'Gilt bis', asOf: 'Stand der Lage' },
  byAt: '{{name}}, {{at}}', asOfAge: '{{at}}, {{age}}', noArea: 'kein Gebiet',
  live: {
    title: 'Echte Meldung senden?', word: 'Tippen Sie {{word}}, um zu senden', wrongWord: 'Hier muss genau {{word}} stehen.', send: 'Jetzt an alle senden',
    sentence: '{{status}} an {{people}} in {{where}} per {{ways}}, gültig bis {{until}}',
  },
  training: {
    title: 'Übung: Übungsmeldung senden?', word: 'Tippen Sie {{word}} für die Übungsmeldung', wrongWord: 'Für eine Übung steht hier {{word}}.', send: 'Übungsmeldung senden',
    sentence: 'ÜBUNG an {{people}} in {{where}} per {{ways}}, bis {{until}}. Niemand außerhalb der Übung bekommt sie.',
  },
  status: { hazard: 'ECHTE WARNUNG', news: 'ECHTE MELDUNG', update: 'ECHTE AKTUALISIERUNG', cancel: 'ECHTE KORREKTUR', 'all-clear': 'ECHTE ENTWARNUNG' },
  people: {
    unknown: 'eine gerade nicht bekannte Zahl von Menschen', exactly_one: '{{count}} Menschen', exactly_other: '{{count}} Menschen', upTo_one: 'bis zu {{count}} Menschen', upTo_other: 'bis zu {{count}} Menschen',
    drill_one: '{{count}} Adresse der Übung', drill_other: '{{count}} Adressen der Übung',
  },
  wayOf: '{{way}} ({{people}})', countedTwice: 'Wer mehrere Wege gewählt hat, ist mehrmals gezählt.', away: 'Nicht eingerichtet, darüber geht nichts hinaus: {{ways}}',
  morePlaces_one: '{{count}} weiteren Ort', morePlaces_other: '{{count}} weiteren Orten', untilTime: '{{time}} Uhr', untilDay: '{{day}}, {{time}} Uhr', noEnd: 'unbestimmt',
  alone: {
    button: 'Notfall: allein senden', title: 'Allein senden',
    warning: 'Sie senden ohne zweite Person. Das steht mit Ihrem Namen und Ihrem Grund im Bericht, und jemand anderes prüft es nachträglich.', reason: 'Warum ist keine zweite Person da?',
    incomplete: 'Zuerst die markierten Angaben ergänzen.',
  },
  review: {
    title: 'Allein gesendet, noch nicht geprüft', text: '{{name}} hat diese Meldung am {{at}} ohne zweite Person gesendet: „{{reason}}“', confirm: 'Bestätigen', dispute: 'Beanstanden', note: 'Anmerkung',
    disputeTitle: 'Alleingang beanstanden', disputeMeaning: 'Ihre Anmerkung steht im Bericht. Die Meldung selbst bleibt, wie sie ist: Korrigieren oder entwarnen Sie sie eigens.',
    confirmed: '{{name}} hat den Alleingang am {{at}} bestätigt.', disputed: '{{name}} hat den Alleingang am {{at}} beanstandet: „{{note}}“', others: 'Das prüft jemand, der nicht beteiligt war.',
  },
  judged: { returned: 'Zurückgegeben von {{name}}, {{at}}: „{{reason}}“', rejected: 'Abgelehnt von {{name}}, {{at}}: „{{reason}}“', withdrawn: 'Zurückgezogen von {{name}}, {{at}}.' },
  drill: {
    begin: 'Übung beginnen', end: 'Übung beenden', banner: 'ÜBUNG', bannerText: 'Was Sie jetzt schreiben, bekommen nur die Beteiligten der Übung. Echte Warnungen gehen von hier nicht hinaus.',
    beginTitle: 'In den Übungsbetrieb wechseln?', beginMeaning: 'Das Fenster wird violett gestreift. Alles, was Sie darin beginnen, bleibt eine Übung; echte Meldungen können Sie so lange nicht senden.',
    endTitle: 'Übung beenden?', endMeaning: 'Danach arbeiten Sie wieder im Ernst. Begonnene Übungsmeldungen bleiben Übungen.', titlePrefix: 'ÜBUNG – ',
    isDrill: 'Das ist eine Übungsmeldung. Sie wird nur im Übungsbetrieb bearbeitet.', isLive: 'Das ist eine echte Meldung. Im Übungsbetrieb wird sie nur gezeigt.',
    never: 'Es ist noch keine Übung eingetragen. Üben Sie einmal im Monat.', last: 'Letzte Übung: {{day}}.', overdue: 'Letzte Übung: {{day}}. Üben Sie einmal im Monat.',
  },
} as const
