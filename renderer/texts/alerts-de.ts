/** The list of messages to the public and the composer; `alerts-en.ts` has the same keys. */
export const alertsDe = {
  intro: 'Warnungen und Nachrichten der Stadt, vom Entwurf bis zur Entwarnung.',
  new: 'Neue Meldung', newTitle: 'Neue Meldung: Worum geht es?', findTemplate: 'Ereignis oder Thema suchen', noTemplate: 'Dazu liegt nichts bereit.', withoutTemplate: 'Ohne Vorlage',
  empty: 'Noch keine Meldung. Mit „Neue Meldung“ beginnen Sie die erste.', more: 'Weitere zeigen', drill: 'ÜBUNG', noHeadline: 'Noch ohne Überschrift',
  oneClick: 'Mit einem Klick', oneClickHint: 'Der Text liegt fertig bereit, auch der für das Ende. Ein Klick gibt ihn zur Freigabe; hinaus geht er erst danach.',
  section: {
    ending: 'Endet bald', uncalled: 'Ohne Entwarnung zu Ende', wished: 'Ohne Verbindung vorgemerkt', release: 'Wartet auf Ihre Freigabe', review: 'Allein gesendet, bitte prüfen', live: 'Gilt gerade',
    pending: 'Bei der zweiten Person', draft: 'Entwürfe', history: 'Frühere',
  },
  kindOver: 'Abschluss', composeOver: 'Schreiben, dass es vorbei ist',
  kind: { update: 'Aktualisierung', cancel: 'Korrektur', 'all-clear': 'Entwarnung' },
  marks_one: 'Eine Meldung wartet auf Sie', marks_other: '{{count}} Meldungen warten auf Sie',
  endingBanner: 'Endet {{when}}:', goOnOrEnd: 'Verlängern oder entwarnen', goOn: 'Verlängern', holdsUntil: 'Gilt bis', endsSoon: 'Endet {{when}}: verlängern oder Entwarnung geben.', uncalledSince: 'Abgelaufen {{when}}. Niemand hat gesagt, ob die Gefahr vorbei ist.',
  returned: 'Zurückgegeben von {{name}}: {{reason}}', wishedAt: 'Ohne Verbindung vorgemerkt von {{name}}, {{when}}.',
  wishAsk: 'Es wurde nichts gesendet. Stimmt der Text noch?', wishWaits: 'Es geht nichts von selbst hinaus. Sobald wieder Verbindung besteht, werden Sie gefragt.',

  compose: 'Meldung schreiben', composeKind: { update: 'Aktualisierung schreiben', cancel: 'Korrektur schreiben', 'all-clear': 'Entwarnung schreiben' }, composeDrill: 'ÜBUNG – {{title}}', toList: 'Zur Liste',
  gaps: 'Das fehlt im Text', words: 'Text', addEnglish: 'Englisch dazu', removeEnglish: 'Englisch entfernen', fieldIn: '{{name}} ({{language}})',
  field: {
    topic: 'Thema', event: 'Ereignis', headline: 'Überschrift', text: 'Was ist los?', instruction: 'Was sollen die Menschen tun?', short: 'Kurz, für SMS und Push', areas: 'Wo', source: 'Wer informiert',
    beginsAt: 'Ab wann', endsAt: 'Bis wann', situationAt: 'Stand der Lage', channels: 'Wege', wordings: 'Text',
  },
  englishBehind: 'Der deutsche Text hat sich geändert. Stimmt der englische noch?', englishRight: 'Ja, stimmt noch', englishLacks: 'Das steht nur im deutschen Text: {{numbers}}',
  notYours: 'Das hat jemand anderes geschrieben. Wer etwas daran ändert, schreibt mit und kann es nicht mehr freigeben.',
  gapOpen: 'fehlt noch im Text.',
  length: '{{count}} von {{most}} Zeichen', lengthBefore: ', mit „{{before}}“ davor', lengthSms_one: '1 SMS: {{units}} von {{most}} Zeichen', lengthSms_other: '{{count}} SMS: {{units}} von {{most}} Zeichen',
  lengthBroadcast: 'Für das Warnsystem über den Kreis (Cell Broadcast): {{count}} von {{most}} Zeichen',
  sign: '»{{sign}}«', foreign_one: 'Das Zeichen {{signs}} macht den Text auf Handys kürzer: {{brief}} statt {{long}} Zeichen.', foreign_other: 'Die Zeichen {{signs}} machen den Text auf Handys kürzer: {{brief}} statt {{long}} Zeichen.',
  foreignFixed_one: 'Für {{signs}} gibt es keinen Ersatz.', foreignFixed_other: 'Für {{signs}} gibt es keinen Ersatz.', replaceAll: 'Alle ersetzen',
  adviceList: 'Leichter zu verstehen',
  advice: {
    'long-sentence': 'Langer Satz: „{{quote}}“', 'long-word': 'Langes Wort: „{{quote}}“', 'office-word': 'Amtsdeutsch: „{{quote}}“', abbreviation: 'Kennt das jeder? „{{quote}}“',
    'no-time': 'Seit wann? Nennen Sie eine Uhrzeit.', 'no-place': 'Wo? Im Text steht nichts davon: {{quote}}', shouting: 'Großbuchstaben lesen sich schwer: „{{quote}}“',
  },
  takeInstead: 'Ersetzen durch „{{instead}}“',

  where: 'Wo', locality: 'Ortschaft', showLocalities: 'Ortschaften zeigen', localityTaken: 'Steht schon dabei.', noLocality: 'Keine solche Ortschaft', wholeTown: 'Ganze Stadt', addCircle: 'Umkreis', addFile: 'Datei (GeoJSON)', chosenAreas: 'Hier gilt die Meldung', shapeName: 'Fläche {{number}}',
  circleOf: '{{name}}, {{km}} km im Umkreis', around: 'Rund um', byNumbers: 'Ein Punkt nach Koordinaten', latitude: 'Breite', latitudeWrong: 'Eine Zahl von −90 bis 90, hier etwa 52,4.', longitude: 'Länge', longitudeWrong: 'Eine Zahl von −180 bis 180, hier etwa 11,8.',
  radius: 'Umkreis in km', radiusWrong: 'Eine Zahl über 0, höchstens 100.', circleName: 'Wie heißt der Ort?', circleNameMissing: 'Ein Name, den die Menschen kennen.', takeCircle: 'Übernehmen',
  fileProblem: {
    known: 'Diese Flächen stehen schon da.',
    'no-json': 'Die Datei ist unvollständig oder kein GeoJSON. Es wurde nichts übernommen.', 'no-shape': 'In der Datei ist keine Fläche in Breite und Länge. Es wurde nichts übernommen.',
    hole: 'Eine Fläche hat ein Loch; das kann kein Weg übertragen. Es wurde nichts übernommen.', 'too-large': 'Die Datei ist größer als 2 MB. Es wurde nichts übernommen.', 'too-many': 'Das sind zu viele Flächen oder Punkte. Es wurde nichts übernommen.',
  },
  mapOf: 'Karte: {{places}}', mapEmpty: 'Karte der Ortschaften, noch ohne Gebiet',

  when: 'Wie lange', howLong: 'Gilt ab Beginn', hours_one: '1 Stunde', hours_other: '{{count}} Stunden', days_one: '1 Tag', days_other: '{{count}} Tage', untilMorning: 'Bis morgen 8 Uhr',
  timeDay: { endsAt: 'Gilt bis (Tag)', beginsAt: 'Gilt ab (Tag), leer: sofort', situationAt: 'Stand der Lage (Tag)' }, timeOfDay: 'Uhrzeit', atOnce: 'Ab sofort', asOfNow: 'Jetzt',

  ways: 'Wege', forAll: 'für alle sichtbar', away: 'nicht eingerichtet', notKnown: 'nicht bekannt', people_one: '1 Mensch', people_other: '{{count}} Menschen', ofThemEnglish: '{{count}}, davon {{english}} englisch',
  together: 'Zusammen {{people}}.', byPlace: 'Für welche Orte sie sich angemeldet haben', allPlaces: 'Ganze Stadt',
  countUnknown: 'Wie viele Menschen die Meldung erreicht, ist gerade nicht bekannt.', countedAt: 'Zahlen gezählt {{when}}.',

  rating: 'Einstufung und Absender', contact: 'Kontakt für Fragen', web: 'Internetadresse', severity: 'Schwere', urgency: 'Dringlichkeit', certainty: 'Gewissheit', category: 'Art',
  severities: { Extreme: 'Extrem', Severe: 'Schwer', Moderate: 'Mittel', Minor: 'Gering', Unknown: 'Nicht bekannt' },
  urgencies: { Immediate: 'Sofort handeln', Expected: 'Bald handeln', Future: 'Später', Past: 'Vorbei', Unknown: 'Nicht bekannt' },
  certainties: { Observed: 'Beobachtet', Likely: 'Wahrscheinlich', Possible: 'Möglich', Unlikely: 'Unwahrscheinlich', Unknown: 'Nicht bekannt' },
  categories: {
    Geo: 'Erde', Met: 'Wetter', Safety: 'Sicherheit', Security: 'Polizei', Rescue: 'Rettung', Fire: 'Feuer', Health: 'Gesundheit', Env: 'Umwelt', Transport: 'Verkehr', Infra: 'Versorgung', CBRNE: 'Gefahrstoffe', Other: 'Anderes',
  },

  preview: 'So kommt es an', left: 'Noch zu tun', complete: 'Es fehlt nichts.',
  missing: {
    event: 'Nennen Sie das Ereignis.', headline: 'Schreiben Sie eine Überschrift.', text: 'Schreiben Sie, was wo seit wann geschieht.', instruction: 'Schreiben Sie, was die Menschen tun sollen.',
    short: 'Schreiben Sie das Wichtigste in zwei Zeilen.', source: 'Nennen Sie, wer das sagt.', channels: 'Wählen Sie mindestens einen Weg.',
  },
  problem: {
    'area-missing': 'Wählen Sie, wo die Meldung gilt.', 'area-twice': 'Ein Gebiet steht zweimal da. Nehmen Sie eines heraus.', 'polygon-too-few': 'Eine Fläche hat zu wenige Punkte. Nehmen Sie sie heraus.', 'polygon-open': 'Eine Fläche ist nicht geschlossen. Nehmen Sie sie heraus.',
    'polygon-too-many': 'Eine Fläche hat mehr als 250 Punkte. Vereinfachen Sie sie und lesen Sie die Datei neu ein.', 'polygon-flat': 'Eine Fläche ist nur eine Linie. Nehmen Sie sie heraus.', 'polygon-crosses': 'Der Rand einer Fläche kreuzt sich selbst. Nehmen Sie sie heraus.', 'radius-wrong': 'Der Umkreis ist 0 oder größer als 100 km.',
    'too-long': 'Höchstens {{most}} Zeichen.', gap: 'Hier fehlt noch etwas: {{gap}}', 'same-as-headline': 'Der Text sagt nur die Überschrift noch einmal. Schreiben Sie, was wo seit wann geschieht.', 'end-missing': 'Sagen Sie, bis wann die Meldung gilt.',
    'end-before-begin': 'Das Ende liegt vor dem Anfang. Ändern Sie eines von beiden.', 'end-passed': 'Das Ende ist schon vorbei. Wählen Sie ein späteres.', 'too-brief': 'Mindestens {{most}} Minuten, sonst sieht sie kaum jemand.', 'too-far': 'Höchstens {{most}} Tage. Danach sagen Sie es neu.',
    'not-offered': 'Ein Weg gehört nicht zu diesem Thema. Nehmen Sie ihn heraus.', 'topic-gone': 'Dieses Thema gibt es nicht mehr. Beginnen Sie die Meldung mit einem anderen neu.', 'german-missing': 'Es fehlen deutsche Worte. Schreiben Sie sie dazu.', 'says-no-drill': 'Eine Übung darf nicht sagen, sie sei keine. Streichen Sie das.',
    'says-no-warning': 'Eine echte Meldung darf sich nicht Übung nennen. Streichen Sie das.', 'no-time': 'Das ist kein Tag mit Uhrzeit. Schreiben Sie zum Beispiel 22.11.2026 und 20:15.',
  },
  give: 'Zur Freigabe geben', giveHint: 'Strg+Eingabe. Hinaus geht die Meldung erst, wenn jemand anderes sie freigibt.', wishHint: 'Ohne Verbindung wird es vorgemerkt. Es geht nichts von selbst hinaus.', giveNow: 'Jetzt zur Freigabe geben', giving: 'Wird weitergegeben …',
  discard: 'Verwerfen', discardTitle: 'Entwurf verwerfen?', discardText: 'Der Entwurf wird zurückgezogen. Unter „Frühere“ bleibt er lesbar.',
  conflict: '{{name}} hat diesen Entwurf geändert, während Sie geschrieben haben. Ihre letzten Worte sind noch nicht gespeichert.', takeTheirs: 'Die andere Fassung nehmen', keepMine: 'Meine Fassung behalten', chooseFirst: 'Wählen Sie zuerst, welche Fassung gilt.',
}
