/** Topics, words that lie ready, settings and ways of messages to the public; `alert-catalogue-en.ts` has the same keys. */
export const alertCatalogueDe = {
  intro: 'Woraus Meldungen gemacht werden: was man abonnieren kann, welche Texte bereitliegen und auf welchen Wegen sie hinausgehen.', parts: 'Teile', toAlerts: 'Zu den Meldungen', back: 'Zur Übersicht', choose: 'Bitte wählen',
  tab: { topics: 'Themen', templates: 'Vorlagen', settings: 'Einstellungen', ways: 'Wege' },
  save: 'Speichern', saving: 'Wird gespeichert …', unchanged: 'Es ist nichts geändert.', saveHint: 'Gilt sofort an allen Plätzen. Gesendet wird dabei nichts.', saveOffline: 'Ohne Verbindung gilt es, sobald es übertragen ist.',
  fromEarlier: 'Hier steht, was Sie früher begonnen und noch nicht gespeichert haben.', forget: 'Änderungen verwerfen', taken: 'Jemand anderes hat das inzwischen geändert. Die neue Fassung steht hier schon, Ihre eigenen Worte auch.',
  contested: 'Jemand anderes hat dieselben Stellen geändert. In den Feldern steht Ihre Fassung, hier die andere:', takeTheirs: 'Die andere Fassung nehmen', keepMine: 'Meine Fassung behalten',
  state: 'Stand', offered: 'wird angeboten', withdrawn: 'ruht', order: 'Reihenfolge',

  topicCount_one: '1 Thema', topicCount_other: '{{count}} Themen', kind: 'Art', department: 'Fachbereich', subscribed: 'Abonniert', nobody: 'noch niemand', newTopic: 'Neues Thema', topicTitle: 'Thema: {{name}}', topicFields: 'Angaben zum Thema',
  kinds: { hazard: 'Gefahr', news: 'Neuigkeit' }, kindMeaning: { hazard: 'Warnt vor etwas und ist erst mit der Entwarnung vorbei.', news: 'Teilt etwas mit.' }, kindFixed: 'Das bleibt so: Wer Neuigkeiten wollte, soll keine Warnungen bekommen.',
  topicField: { nameDe: 'Name (Deutsch)', nameEn: 'Name (English)', descriptionDe: 'Worum es geht (Deutsch)', descriptionEn: 'Worum es geht (English)', kind: 'Art', departmentId: 'Wer schreibt', channels: 'Wege', active: 'Wird angeboten' },
  nameMissing: 'Geben Sie einen Namen.', departmentMissing: 'Wählen Sie, wessen Worte das sind.', englishHint: 'Leer: Es steht der deutsche Name da.', withdrawnTopic: 'Ruht das Thema, bleiben die Abonnements bestehen. Schreiben und neu abonnieren kann es niemand.',

  templateCount_one: '1 Vorlage', templateCount_other: '{{count}} Vorlagen', template: 'Vorlage', duration: 'Gilt', languages: 'Sprachen', minutes_one: '1 Minute', minutes_other: '{{count}} Minuten', toMend_one: '1 Stelle zu klären', toMend_other: '{{count}} Stellen zu klären',
  newTemplate: 'Neue Vorlage', templateTitle: 'Vorlage: {{name}}', copy: 'Kopieren', copyOf: 'Kopie von {{name}}', what: 'Wofür',
  templateField: { name: 'Name der Vorlage', topicId: 'Thema', event: 'Ereignis', minutes: 'Gilt so lange', category: 'Art', severity: 'Schwere', isOneClick: 'Mit einem Klick zur Freigabe geben', active: 'Wird angeboten' },
  eventHint: 'Daran erkennt eine Entwarnung ihre Meldung. Je Thema hat nur eine Vorlage dieses Ereignis.', oneClickHint: 'Für Texte ohne Lücken: Ein Knopf über der Liste gibt sie sofort zur Freigabe.', withdrawnTemplate: 'Ruhende Vorlagen werden beim Schreiben nicht angeboten. Gelöscht wird nichts.',
  words: { wordings: 'Text der Meldung', allClear: 'Text der Entwarnung' }, show: { wordings: 'Meldung ansehen', allClear: 'Entwarnung ansehen' },
  gapsHint: {
    wordings: 'Was in geschweiften Klammern steht, wird beim Schreiben ausgefüllt: {Ort}, {Uhrzeit}. Dieselbe Lücke heißt in beiden Sprachen gleich und wird überall zugleich gefüllt.',
    allClear: 'Liegt bereit, bevor gewarnt wird. Hier füllt sich nur {Ort}, und zwar von selbst: mit den Orten der Meldung davor.',
  },
  gaps: 'Lücken:', longestHint: 'Gemessen mit dem längsten Ortsnamen und {{count}} Zeichen je anderer Lücke.', tryAsDrill: 'Als Übung ausprobieren', officersTry: 'Ausprobieren kann, wer zu diesem Thema schreibt.',
  problem: {
    'topic-gone': 'Wählen Sie ein Thema, das angeboten wird.', 'same-event': 'Eine andere Vorlage dieses Themas hat dieses Ereignis schon. Ihre Entwarnungen ließen sich nicht unterscheiden.', minutes: 'Zwischen 5 Minuten und 30 Tagen.', 'too-brief': 'Mindestens {{most}} Minuten, sonst sieht sie kaum jemand.',
    'too-far': 'Bei diesem Thema höchstens {{most}} Tage. Danach sagt man es neu.', brace: 'Eine geschweifte Klammer steht allein oder umschließt nichts. Eine Lücke sieht so aus: {Ort}.', 'gap-one-language': '{{gap}} gibt es nur in einer Sprache. Lücken heißen in beiden gleich.',
    'gap-at-end': '{{gap}} füllt in der Entwarnung niemand aus. Nur {Ort} ist möglich.', 'gap-one-click': 'Was mit einem Klick hinausgeht, hat keine Lücken.', 'too-long': 'Höchstens {{most}} Zeichen, mit gefüllten Lücken.', 'too-many-parts': 'Mit gefüllten Lücken werden das mehr als {{most}} SMS.',
    'same-as-headline': 'Der Text sagt nur die Überschrift noch einmal.', 'german-missing': 'Es fehlen deutsche Worte.', 'says-no-drill': 'Das darf keine Übung sagen: dass sie keine sei.', 'says-no-warning': 'Eine echte Meldung darf sich nicht Übung nennen.',
  },

  settings: 'Was alle Meldungen gemeinsam haben', settingsWrong_one: 'Eine Angabe stimmt noch nicht.', settingsWrong_other: '{{count}} Angaben stimmen noch nicht.',
  settingsPart: { sender: 'Absender', called: 'Wer gerufen wird', drills: 'Übungen' },
  settingsMeaning: {
    sender: 'Damit erkennen Menschen und Programme, dass eine Meldung von der Stadt kommt.', called: 'Sieht niemand eine amtliche Warnung rechtzeitig an, werden erst die Diensthabenden per E-Mail gerufen, nach derselben Zeit noch einmal die Leitungen.', drills: 'Nur diese Menschen bekommen Übungsmeldungen per E-Mail, und sie bekommen auf diesem Weg nie etwas anderes.',
  },
  settingsField: {
    sender: 'Kennung des Absenders', senderName: 'Name des Absenders', regionCode: 'Regionalschlüssel (12 Ziffern)', localities: 'Ortschaften', trainingAddresses: 'E-Mail-Adressen für Übungen', escalateMinutes: 'Rufen nach (Minuten)', officerAddresses: 'E-Mail-Adressen der Diensthabenden',
    leadAddresses: 'E-Mail-Adressen der Leitungen',
  },
  settingsHint: {
    sender: 'Benennt die Stadt im Warnfeed für immer, etwa warnung@stadt.de. Andere Programme erkennen ältere Meldungen nur daran wieder: nach der ersten Meldung nicht mehr ändern.', senderName: 'So lesen ihn die Menschen: Stadt Musterhausen.',
    regionCode: 'Der Amtliche Regionalschlüssel der Stadt.', trainingAddresses: 'Eine je Zeile.', escalateMinutes: '1 bis 240.', officerAddresses: 'Eine je Zeile.', leadAddresses: 'Eine je Zeile.',
  },
  settingsProblem: { sender: 'Ohne Leerzeichen, Komma, < und &, 3 bis 120 Zeichen.', senderName: 'Nennen Sie, wer informiert.', regionCode: 'Genau 12 Ziffern.', escalateMinutes: 'Eine ganze Zahl von 1 bis 240.' },
  regionRead: '{{state}}, Kreis {{county}}.', wholeCounty: '{{state}}, {{county}}: Der Schlüssel steht für einen ganzen Kreis oder eine kreisfreie Stadt.', regionStrange: 'Diesen Schlüssel gibt es so nicht: Land und Kreis passen nicht.',
  addressWrong: 'Das ist keine E-Mail-Adresse: {{what}}', addressesTooMany: 'Höchstens {{most}} Adressen.',
  localitiesMeaning: 'Wo jede Ortschaft liegt und wie weit sie reicht. Karten und Warn-Apps kennen keine Namen, sie bekommen diese Kreise.', addLocality: 'Ortschaft hinzufügen', removeLine: 'Entfernen', lineNumber: 'Zeile {{number}}',
  localityField: { name: 'Name', latitude: 'Breite', longitude: 'Länge', radiusKm: 'Umkreis (km)' },
  localityProblem: { name: 'Der Name fehlt.', twice: 'Diesen Namen gibt es schon.', place: 'Breite und Länge in Grad, hier etwa 52.4 und 11.8.', swapped: 'Breite und Länge sind vertauscht.', radius: 'Eine Zahl über 0, höchstens 100.' },

  waysCaption: 'Wege aus dem Haus', waysUnknown: 'Wie es um die Wege steht, ist gerade nicht bekannt.', live: 'Echte Meldungen', lastCarried: 'Zuletzt', drills: 'Übungen', whatToDo: 'Was zu tun ist', setUp: 'eingerichtet', notForDrills: 'nie für Übungen', readByAll: 'wird von allen gelesen',
  handedAt: 'übergeben {{when}}', neverHanded: 'noch nichts übergeben', failedAt: 'fehlgeschlagen {{when}}',
  wayReady: {
    email: 'Nichts. Für Übungen gelten die Adressen in den Einstellungen.', push: 'Nichts.', sms: 'Nichts.', feed: 'Nichts. Er wird von selbst unterschrieben.', display: 'Nichts. Meldungen hängen über den Aufrufnummern und auf den Seiten des Portals.', 'web-hook': 'Nichts.',
  },
  waySetUp: {
    email: 'Wer den Dienst betreibt, trägt SMTP_URL und MAIL_FROM ein.', push: 'Wer den Dienst betreibt, richtet Push-Nachrichten ein.', sms: 'Wer den Dienst betreibt, trägt SMS_GATEWAY_URL und SMS_GATEWAY_TOKEN ein.', feed: 'Wer den Dienst betreibt, muss nachsehen: Dieser Weg steht sonst von selbst bereit.',
    display: 'Wer den Dienst betreibt, muss nachsehen: Dieser Weg steht sonst von selbst bereit.', 'web-hook': 'Wer den Dienst betreibt, trägt ALERT_HOOKS und ALERT_HOOK_SECRET ein, für Übungen DRILL_HOOKS und DRILL_HOOK_SECRET.',
  },
} as const
