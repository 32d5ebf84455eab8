/** Opening hours; `hours-en.ts` has the same keys. */
export const hoursDe = {
  title: 'Öffnungszeiten',
  views: 'Teile der Einrichtung', tab: { hours: 'Öffnungszeiten', place: 'Ort, Schalter, Anliegen', statistics: 'Auslastung', history: 'Verlauf' },
  add: 'Öffnungszeit hinzufügen', addClosed: 'Schließung hinzufügen', offline: 'Geht nur mit Verbindung: Der Dienst prüft, wer gebucht hat.',
  notLead: 'Das legt die Teamleitung des Amtes fest, zu dem dieser Ort gehört.',
  kind: { open: 'Geöffnet', break: 'Pause', closed: 'Geschlossen' },
  kindHint: { open: 'In dieser Zeit werden Termine vergeben.', break: 'Eine wiederkehrende Lücke in den Öffnungszeiten.', closed: 'Niemand ist da: Urlaub, Brückentag, Umbau.' },
  words: {
    run: '{{first}} bis {{last}}', once: 'am {{day}}', daily: 'täglich', weekly: 'jeden {{days}}', weeklyRun: '{{days}}', everyWeeks: 'alle {{count}} Wochen am {{days}}', monthly: 'jeden {{weeks}} {{days}} im Monat',
    times: '{{from}}–{{to}} Uhr', wholeDay: 'ganztägig', from: 'ab {{from}}', fromTo: 'vom {{from}} bis {{to}}', onHolidays: 'auch an Feiertagen',
    public: '{{counters}} für alle buchbar', inside: '{{counters}} nur intern', nobody: 'kein Schalter', everywhere: 'alle Schalter', sentence: '{{title}}: {{when}}; {{counters}}',
  },
  ordinal: { first: '1.', second: '2.', third: '3.', fourth: '4.', fifth: '5.', last: 'letzten' },
  week: {
    title: 'Woche vom {{from}} bis {{to}}', caption: 'Die Woche auf einen Blick', before: 'Vorige Woche', after: 'Nächste Woche', now: 'Diese Woche',
    day: 'Tag', public: 'Für alle buchbar', inside: 'Nur intern', gone: 'Pausen und Schließungen', closed: 'geschlossen', today: 'heute', holiday: 'Feiertag: {{name}}',
  },
  lines: {
    title: 'Regeln', kind: 'Art', when: 'Wann', where: 'Schalter', next: 'Gilt als Nächstes am', act: 'Ändern', change: 'Ändern', changeOf: 'Ändern: {{line}}', removeOf: 'Löschen: {{line}}',
    never: 'an keinem Tag mehr', withPast: 'Auch vergangene', none: 'Noch keine Öffnungszeiten: Ohne sie wird kein Termin vergeben.',
  },
  edit: {
    title: { new: 'Öffnungszeit hinzufügen', change: 'Öffnungszeit ändern', remove: 'Öffnungszeit löschen?' }, save: 'Speichern', remove: 'Löschen',
    removeText: 'Die Regel gilt ab sofort nicht mehr. Im Verlauf bleibt sie lesbar.',
  },
  field: {
    kind: 'Art', title: 'Bezeichnung', titleHint: 'Freiwillig, zum Beispiel „Samstagsöffnung“ oder „Betriebsausflug“.', from: 'Erster Tag', to: 'Letzter Tag', toHint: 'Leer: bis auf Weiteres.',
    weekdays: 'Wochentage', rhythm: 'Wie oft', everyWeeks: 'Alle wie viele Wochen', everyWeeksHint: 'Gezählt ab der Woche des ersten Tages.', weeksOfMonth: 'Welche im Monat',
    start: 'Beginn', end: 'Ende', wholeDay: 'Ganztägig', slotMinutes: 'Takt in Minuten', slotMinutesHint: 'In diesem Abstand beginnen Termine.', onHolidays: 'Auch an Feiertagen',
    everywhereOpen: 'Alle Schalter sind besetzt, auch künftige', everywhereGone: 'Gilt für alle Schalter', countersOpen: 'Besetzte Schalter', countersGone: 'Betroffene Schalter', countersPublic: 'Davon für alle buchbar',
  },
  rhythm: { weekly: 'Jede Woche', every: 'Alle n Wochen', monthly: 'Bestimmte im Monat' },
  wrong: {
    day: 'Bitte einen Tag eingeben, zum Beispiel 1.12.2026.', time: 'Bitte eine Uhrzeit eingeben, zum Beispiel 8:30.', number: 'Diese Zahl geht hier nicht.', none: 'Bitte mindestens eines wählen.',
    order: 'Das Ende liegt vor dem Beginn.', 'too-short': 'Die Zeit ist kürzer als ein Takt.', 'not-listed': 'Dieser Schalter ist nicht besetzt.', never: 'Wochentakt und Wochen im Monat passen nicht zusammen.',
  },
  preview: { title: 'In Worten', unreadable: 'Sobald alles ausgefüllt ist, steht die Regel hier in Worten.', next: 'Gilt als Nächstes: {{days}}', never: 'So gilt die Regel an keinem Tag.' },
  stranded: {
    none: 'Kein gebuchter Termin ist betroffen.', count_one: '1 gebuchter Termin läge dann außerhalb der Öffnungszeiten.', count_other: '{{count}} gebuchte Termine lägen dann außerhalb der Öffnungszeiten.',
    toList_one: 'Weiter: 1 Termin klären', toList_other: 'Weiter: {{count}} Termine klären',
  },
  work: {
    intro_one: 'Dieser Termin läge außerhalb der neuen Öffnungszeiten. Wählen Sie, was mit ihm geschieht; erst dann wird gespeichert.', intro_other: 'Diese {{count}} Termine lägen außerhalb der neuen Öffnungszeiten. Wählen Sie, was mit jedem geschieht; erst dann wird gespeichert.',
    introSaved_one: 'Für diesen Termin ist niemand da.', introSaved_other: 'Für diese {{count}} Termine ist niemand da.',
    before: 'Bisher:', byEmail: 'erfährt es per E-Mail: {{email}}', byPhone: 'bitte anrufen: {{phone}}', noContact: 'weder E-Mail noch Telefon bekannt',
    chooseFor: 'Was geschieht mit {{name}}?', timeFor: 'Neue Zeit für {{name}}', chooseTime: 'Bitte eine Zeit wählen', noTimes: 'In den nächsten vier Wochen ist nichts frei.', noProposal: 'In vier Wochen ist nichts frei; bitte anrufen oder absagen.',
    act: { proposal: 'Verschieben auf {{when}}', other: 'Andere Zeit …', cancel: 'Absagen', leave: 'Vorerst stehen lassen und anrufen' }, movedTo: 'Neu: {{when}}', cancelled: 'Abgesagt',
    calls_one: '1 Person erfährt es nur durch einen Anruf.', calls_other: '{{count}} Personen erfahren es nur durch einen Anruf.', copyCalls: 'Anrufliste kopieren',
    message: 'Nachricht', copy: 'Nachricht kopieren', wording: 'Wortlaut der Nachrichten anpassen', wordingMoved: 'Wenn verschoben wird', wordingCancelled: 'Wenn abgesagt wird', wordingHint: 'Wird ausgefüllt: {{words}}',
    word: { name: 'Name', before: 'bisher', after: 'neu', place: 'Ort' },
    template: {
      moved: 'Guten Tag {Name},\n\nzu Ihrem Termin am {bisher} haben wir leider geschlossen. Wir haben für Sie einen neuen Termin eingetragen: {neu}, {Ort}.\n\nPasst er Ihnen nicht, rufen Sie uns bitte an oder buchen Sie online um.',
      cancelled: 'Guten Tag {Name},\n\nzu Ihrem Termin am {bisher} haben wir leider geschlossen und müssen ihn absagen. Bitte buchen Sie einen neuen Termin oder rufen Sie uns an: {Ort}.',
    },
    back: 'Zurück zur Regel', saveAndCarryOut_one: 'Speichern und 1 Termin ändern', saveAndCarryOut_other: 'Speichern und {{count}} Termine ändern', saveOnly_one: 'Speichern, Termin bleibt vorerst', saveOnly_other: 'Speichern, Termine bleiben vorerst',
    carryOut_one: '1 Termin ändern', carryOut_other: '{{count}} Termine ändern', nothingChosen: 'Noch ist nichts zu ändern.',
    pause: 'Anhalten', paused: 'Angehalten.', goOn: 'Weitermachen', progress: '{{done}} von {{total}} bearbeitet.', refused_one: '1 ging nicht.', refused_other: '{{count}} gingen nicht.',
    result: { running: 'Läuft …', done: 'Erledigt', saved: 'Gespeichert, noch nicht übertragen', left: 'Bleibt vorerst', refused: 'Ging nicht' },
  },
  outside: {
    title_one: '1 Termin ohne Öffnungszeit', title_other: '{{count}} Termine ohne Öffnungszeit', text: 'Gebucht, aber zu dieser Zeit ist niemand da.', open: 'Termine klären', listTitle: 'Termine ohne Öffnungszeit',
  },
  place: {
    title: { place: 'Ort ändern', counter: 'Schalter ändern', newCounter: 'Schalter hinzufügen', service: 'Anliegen ändern', newService: 'Anliegen hinzufügen' },
    change: 'Ort ändern', counters: 'Schalter, Personen, Räume', addCounter: 'Schalter hinzufügen', services: 'Anliegen mit Termin', addService: 'Anliegen hinzufügen',
    name: 'Name', nameMissing: 'Bitte einen Namen eingeben.', address: 'Adresse', directions: 'So finden Sie hin', directionsHint: 'Steht in der Bestätigung: Eingang, Stockwerk, Aufzug.',
    kindLabel: 'Art', kind: { counter: 'Schalter', person: 'Person', room: 'Raum' }, allServices: 'Alle Anliegen dieses Ortes, auch künftige', servicesHere: 'Anliegen', all: 'alle',
    number: {
      holdMinutes: 'Zeit halten (Minuten)', changeUntilMinutes: 'Ändern und absagen bis (Minuten vorher)', maxPerEmail: 'Offene Termine je E-Mail-Adresse', remindHoursBefore: 'Erinnern (Stunden vorher)', keepDays: 'Angaben zur Person behalten (Tage)',
      minutesBefore: 'Vorbereitung (Minuten)', minutesAfter: 'Nachbereitung (Minuten)', position: 'Reihenfolge',
      minutes: 'Dauer (Minuten)', minutesPerFurtherPerson: 'Je weiterer Person (Minuten)', maxPersons: 'Höchstens Personen', leadMinutes: 'Vorlauf (Minuten)', bookableDays: 'Buchbar im Voraus (Tage)',
    },
    hint: {
      holdMinutes: 'So lange bleibt eine Zeit reserviert, während jemand seine Angaben eintippt.', changeUntilMinutes: 'Danach geht es nur noch über Sie.', maxPerEmail: 'Leer: beliebig viele.', remindHoursBefore: 'Leer: keine Erinnerung.', keepDays: 'Danach werden Name und Kontakt vergessen; gezählt wird weiter.',
      minutesBefore: 'Belegt, aber für Bürger unsichtbar.', minutesAfter: 'Belegt, aber für Bürger unsichtbar.', position: 'Kleinere Zahlen stehen vorn.',
      minutes: 'Für eine Person.', minutesPerFurtherPerson: 'Kommt für jede weitere dazu.', maxPersons: 'In einem Termin.', leadMinutes: 'So kurzfristig kann online höchstens gebucht werden.', bookableDays: 'So weit im Voraus kann online gebucht werden.',
    },
    range: 'Bitte eine Zahl von {{least}} bis {{most}}.', placeActive: 'Hier werden Termine vergeben', counterActive: 'In Betrieb', serviceActive: 'Wird angeboten', isPublic: 'Für alle online buchbar',
    bring: 'Mitzubringen', bringHint: 'So lesen es Bürger bei der Buchung.', state: 'Stand', active: 'in Betrieb', inactive: 'stillgelegt',
    minutes_one: '1 Minute', minutes_other: '{{count}} Minuten', hours_one: '1 Stunde', hours_other: '{{count}} Stunden', days_one: '1 Tag', days_other: '{{count}} Tage', unlimited: 'beliebig viele', never: 'nie',
    aroundHead: 'Rüstzeit', around: '{{before}} min vorher, {{after}} min nachher', bookable: 'Online buchbar', window: 'ab {{minutes}} min vorher, {{days}} Tage im Voraus', insideOnly: 'nur intern',
    booked: {
      counter_one: '1 Termin ist hier gebucht. Wird der Schalter stillgelegt, steht er unter „Termine ohne Öffnungszeit“.', counter_other: '{{count}} Termine sind hier gebucht. Wird der Schalter stillgelegt, stehen sie unter „Termine ohne Öffnungszeit“.',
      service_one: '1 Termin ist für dieses Anliegen gebucht; er bleibt, wie er ist.', service_other: '{{count}} Termine sind für dieses Anliegen gebucht; sie bleiben, wie sie sind.',
    },
  },
  history: {
    title: 'Verlauf der Öffnungszeiten', none: 'Noch wurde nichts geändert.', when: 'Wann', who: 'Wer', what: 'Was', stranded: 'Betroffene Termine', before: 'Vorher:', after: 'Nachher:',
    act: { added: 'Hinzugefügt', changed: 'Geändert', removed: 'Gelöscht' },
  },
}
