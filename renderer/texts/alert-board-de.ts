/** A message on its way, what became of it, and what can follow; `alert-board-en.ts` has the same keys. */
export const alertBoardDe = {
  title: 'Versand', way: 'Weg', state: 'Stand', waiting: 'Wartet', handed: 'Übergeben', failed: 'Fehlgeschlagen', first: 'Erste', last: 'Letzte', retry: 'Erneut versuchen', retryWay: '{{way}}: Fehlgeschlagene erneut versuchen',
  ways: { email: 'E-Mail', push: 'Push-Nachricht', sms: 'SMS', feed: 'Warnfeed', display: 'Anzeige im Rathaus', 'web-hook': 'angeschlossene Dienste' },
  states: { open: 'wird gesendet', done: 'fertig', stopped: 'angehalten', expired: 'Zeit abgelaufen', published: 'veröffentlicht', away: 'steht nicht bereit' },
  stages: { draft: 'Entwurf', pending: 'Wartet auf Freigabe', returned: 'Zurückgegeben', rejected: 'Abgelehnt', withdrawn: 'Zurückgezogen', live: 'Gilt', stopped: 'Angehalten', expired: 'Abgelaufen', over: 'Beendet' },
  readBack: { same: 'gespeichert wie freigegeben', different: 'Gespeichert ist etwas anderes, als freigegeben wurde', unreadable: 'nicht gegengelesen' },
  summary: '{{handed}} von {{all}} übergeben', summaryFailed_one: '{{count}} fehlgeschlagen', summaryFailed_other: '{{count}} fehlgeschlagen', none: 'Auf diesem Weg steht niemand.', reasonOf: '{{reason}} ({{people}})',
  spoken: '{{percent}} Prozent übergeben, {{failed}} fehlgeschlagen', unknown: 'Wie weit die Meldung ist, lässt sich ohne Verbindung nicht sagen.', asOf: 'Stand {{time}}', retried: 'Fehlgeschlagene werden erneut versucht.',
  reasons: {
    unsubscribed: 'inzwischen abgemeldet', stopped: 'angehalten', expired: 'Zeit abgelaufen', unreachable: 'nicht erreichbar', 'number-unknown': 'Nummer unbekannt', 'not-entered': 'nicht für Übungen eingetragen', 'read-back': 'nicht wie freigegeben gespeichert',
    'no-way': 'Weg nicht eingerichtet', refused: 'abgelehnt: {{code}}',
  },
  report: { pdf: 'Bericht (PDF)', csv: 'Bericht (CSV)' },
  county: {
    button: 'Anforderung an den Kreis', title: 'Warnung über den Kreis anfordern', meaning: 'Sirenen, Warn-App und Cell Broadcast löst nur die Leitstelle des Kreises aus. Das ausgefüllte Blatt wird unterschrieben und dorthin gegeben.',
    level: 'Warnstufe', levels: { high: '1 – Extreme Gefahr', middle: '2 – Gefahr', low: '3 – Gefahreninformation' }, means: 'Gewünschte Warnmittel',
    mean: { broadcasting: 'Rundfunk', app: 'Warn-App', 'cell-broadcast': 'Cell Broadcast', sirens: 'Sirenen', boards: 'Anzeigetafeln' }, length: 'Cell Broadcast: {{units}} von {{most}} Zeichen', missing: 'Diese Angabe fehlt.',
    name: 'Rückfragen an', phone: 'Telefon', fetch: 'Blatt erzeugen',
  },
  stop: 'Anhalten', stopTitle: 'Senden anhalten', stopMeaning: 'Was noch wartet, geht nicht mehr hinaus. Wer die Meldung schon hat, hat sie: Korrigieren oder entwarnen Sie danach.',
  stopped: 'Angehalten von {{name}}, {{at}}: „{{reason}}“', next: 'Wie es weitergeht', update: 'Aktualisieren', cancel: 'Korrigieren', over: 'Ist vorbei', 'all-clear': 'Entwarnen',
  followUpHint: 'Der Text liegt fertig bereit, für dieselben Menschen auf denselben Wegen. Danach gibt ihn jemand anderes frei.',
  soon_one: 'Die Meldung gilt noch {{count}} Minute. Aktualisieren oder entwarnen?', soon_other: 'Die Meldung gilt noch {{count}} Minuten. Aktualisieren oder entwarnen?',
  noAllClear: 'Diese Gefahr ist ohne Entwarnung zu Ende gegangen. Niemand weiß, ob sie vorbei ist.', ended: 'Eine spätere Meldung hat diese beendet.', showLater: 'Spätere Meldung zeigen', earlier: 'Bezieht sich auf', showEarlier: 'Meldung vom {{at}} zeigen', begun: 'Eine Folgemeldung ist schon begonnen.', showBegun: 'Zeigen',
} as const
