/** Vaccination records as files, from and for other programs; `vaccination-exchange-en.ts` has the same keys. */
export const vaccinationExchangeDe = {
  readIn: 'Nachweise einlesen', readInTitle: 'Nachweise von {{name}} einlesen', readInIntro: 'Der digitale Impfpass (MIO) oder eine andere FHIR-Datei im Format JSON. Was hier schon steht, bleibt, wie es ist.',
  chooseFile: 'Datei wählen', otherFile: 'Andere Datei', drop: 'Datei hierher ziehen', reading: 'Die Datei wird gelesen …',
  unreadable: {
    'too-large': 'Die Datei ist zu groß für Impfnachweise.', xml: 'Diese Datei ist XML. Gelesen wird nur JSON: Lassen Sie die Nachweise im Format JSON ausgeben.', 'not-json': 'Die Datei ist beschädigt oder kein Impfnachweis.',
    'not-a-bundle': 'Die Datei ist kein FHIR-Bundle.', 'no-patient': 'In der Datei steht nicht, um wen es geht.', 'several-patients': 'In der Datei stehen mehrere Personen. Eingelesen wird nur, was allein eine Person betrifft.',
    'too-many': 'In der Datei stehen zu viele Einträge.', 'no-doses': 'In der Datei steht keine Impfung.',
  },
  otherPerson: 'Die Datei nennt eine andere Person', inFile: 'In der Datei', here: 'Hier', bornOn: 'geboren {{day}}', bornUnknown: 'Geburtsdatum fehlt', isSamePerson: 'Es ist dieselbe Person, ich habe es geprüft.',
  found_one: '{{count}} Impfung in der Datei', found_other: '{{count}} Impfungen in der Datei', month: 'Monat {{month}}', doseNumber: 'Dosis {{number}}', lot: 'Charge {{lot}}', by: 'verantwortlich: {{name}}', next: 'nächste ab {{day}}',
  kind: { new: 'neu', same: 'schon bekannt', differs: 'weicht ab' },
  differs: 'Hier steht: {{known}}. Das bleibt so.', difference: { day: 'Datum', vaccine: 'Impfstoff', diseases: 'Krankheit', lot: 'Charge' }, noLot: 'ohne Charge',
  leftOut_one: '{{count}} Eintrag wird nicht übernommen:', leftOut_other: '{{count}} Einträge werden nicht übernommen:',
  reason: {
    'not-done': 'nicht geimpft', 'entered-in-error': 'als Irrtum gekennzeichnet', 'unclear-status': 'unklar, ob geimpft wurde', 'other-patient': 'einer anderen Person zugeordnet', 'no-day': 'ohne lesbares Datum',
    'no-month': 'nur das Jahr bekannt', 'in-future': 'Datum in der Zukunft', 'no-disease': 'Krankheit unbekannt',
  },
  unnamed: 'Impfung ohne Bezeichnung', takeOver_one: '{{count}} Impfung übernehmen', takeOver_other: '{{count}} Impfungen übernehmen', takeOverNone: 'Übernehmen', chooseSome: 'Wählen Sie Impfungen aus.', confirmPerson: 'Bestätigen Sie erst, um wen es geht.', nothingNew: 'Alles aus der Datei ist hier schon bekannt.',
  giveOut: 'Nachweise ausgeben', giveOutTitle: 'Nachweise von {{name}} ausgeben', giveOutIntro: 'Die Datei enthält alle gültigen Dokumentationen dieser Person, auch frühere. Wer sie wofür ausgibt, wird festgehalten.',
  purpose: 'Wofür?', purposeHint: 'Zum Beispiel: Auskunft an die Person', purposeShort: 'Schreiben Sie, wofür die Daten gebraucht werden.', format: 'Format', formats: { mio: 'Digitaler Impfpass (KBV MIO)', fhir: 'FHIR R4 für andere Programme' },
  formatNotes: { mio: 'für Praxen und Impfpass-Apps', fhir: 'mit Anschrift, Verfallsdatum und Impfstelle' }, create: 'Datei erstellen', creating: 'Wird erstellt …', done_one: 'Ausgegeben: {{count}} Dokumentation. Die Datei liegt bei Ihren Downloads.', done_other: 'Ausgegeben: {{count}} Dokumentationen. Die Datei liegt bei Ihren Downloads.',
  signInAgain: 'Neu anmelden', signInHint: 'Danach öffnen Sie die Person wieder und geben die Nachweise innerhalb von fünf Minuten aus.', offline: 'Das geht nur mit Verbindung.', filename: 'Impfnachweise {{name}}',
}
