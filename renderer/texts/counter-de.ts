/** Counter; `counter-en.ts` has the same keys. */
export const counterDe = {
  title: 'Schalter', keys: '{{keys}}: der nächste Schritt', mine: 'Mein Schalter', which: 'Ich sitze an', noCounter: 'Hier ist noch kein Schalter eingerichtet.',
  offline: 'Keine Verbindung. Aufrufen und Zurücknehmen gehen erst wieder mit Verbindung, damit nicht zwei Schalter dieselbe Person aufrufen. Ankommen, erschienen, fertig, parken und Aufnehmen ohne Termin werden gespeichert und später übertragen.',
  callNext: 'Nächste Person aufrufen', call: 'Aufrufen', callOne: '{{name}} aufrufen', recall: 'Erneut aufrufen ({{count}}×)', callAgain: 'Wieder aufrufen', callAgainOne: '{{name}} wieder aufrufen',
  calling: 'Der Aufruf läuft …', callOffline: 'Aufrufen geht nur mit Verbindung.', finishFirst: 'Aufrufen geht, sobald Ihr Schalter frei ist.',
  nobodyWaits: 'Niemand wartet.', nobodyForMe: 'Für Ihren Schalter wartet niemand.', notGivenHere: 'Wird an Ihrem Schalter nicht bedient.',
  step: { arrive: 'Ist da', appear: 'Ist erschienen', park: 'Kommt später wieder', finish: 'Fertig', miss: 'Nicht erschienen', redirect: 'Zurück in die Warteschlange' },
  did: {
    arrive: '{{name}} ist angekommen.', call: '{{name}} ist aufgerufen.', recall: '{{name}} ist erneut aufgerufen.', appear: '{{name}} ist am Schalter.', park: '{{name}} kommt später wieder.',
    finish: '{{name}} ist fertig.', miss: '{{name}} ist nicht erschienen.', redirect: '{{name}} wartet wieder.',
  },
  takeBack: 'Zurücknehmen', takeBackLeft_one: 'noch 1 Sekunde', takeBackLeft_other: 'noch {{count}} Sekunden', takeBackOffline: 'geht nur mit Verbindung',
  lost: '{{name}} wurde gerade von {{clerk}} aufgerufen ({{counter}}). Rufen Sie die nächste Person auf.', changed: '{{name}} hat sich gerade geändert und steht auf „{{status}}“. Es wurde niemand aufgerufen.',
  servedByOther: 'Aufgerufen von {{name}}.', note: 'Notiz:', phone: 'Telefon {{phone}}', nameless: 'ohne Namen', bookedFor: 'Termin {{time}} Uhr',
  priority: { first: 'Vorrang', usual: 'Wie üblich', last: 'Nach allen' }, turn: 'Reihenfolge',
  waiting: 'Wartende ({{count}})', waitingSaid_one: '1 Person wartet.', waitingSaid_other: '{{count}} Personen warten.',
  waits: 'wartet', expected: 'an der Reihe', about: 'etwa {{time}}', now: 'jetzt', minutes_one: '1 Min.', minutes_other: '{{count}} Min.', moreFor: 'Mehr für {{name}}',
  booked: 'Gebucht, noch nicht da ({{count}})', findBooked: 'Name suchen', nobodyBooked: 'Heute wird niemand mehr erwartet.', nobodyFound: 'Niemand mit diesem Namen ist für heute gebucht und noch nicht da.',
  allBooked: 'Alle {{count}} zeigen', late_one: 'seit 1 Minute erwartet', late_other: 'seit {{count}} Minuten erwartet', arriveOne: '{{name}} ist da',
  parked: 'Kommt wieder ({{count}})', gone: 'Erledigt und nicht erschienen ({{count}})', others: 'Andere Schalter', free: 'frei',
  walkIn: 'Ohne Termin aufnehmen', takeIn: 'Aufnehmen', walkInKeys: 'Strg + Eingabe nimmt auf', nameOptional: 'Name (freiwillig)', nameHint: 'Aufgerufen wird die Nummer, nie der Name.',
  ticket: 'Nummer', ticketComing: 'Die Nummer kommt gleich …', ticketLater: 'Gespeichert. Eine Nummer gibt es, sobald die Verbindung wieder da ist.', ticketMeaning: 'Mit dieser Nummer wird im Wartebereich aufgerufen.',
}
