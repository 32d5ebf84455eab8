/** Kinds of notices, the laws behind their deadlines, the prices of letters; `notice-settings-en.ts` has the same keys. */
export const noticeSettingsDe = {
  title: 'Bescheidarten und Recht',
  intro: 'Womit Bescheide geschrieben werden, nach welchem Recht sie bestandskräftig werden und was ein Brief kostet.',
  parts: 'Teile der Einstellungen', kindsPart: 'Bescheidarten', lawsPart: 'Recht', pricesPart: 'Preise',
  offline: 'Das geht nur mit Verbindung zum Rathaus.',
  save: 'Speichern',
  missing: 'Bitte ausfüllen.',
  kinds: {
    count_one: '1 Bescheidart', count_other: '{{count}} Bescheidarten', none: 'Noch keine Bescheidart. Hier steht für jede, mit welcher Vorlage und nach welchem Recht sie geschrieben wird. Die erste legen Sie mit „Neue Bescheidart“ an.', notLed: 'Eine Bescheidart gehört zu einem Amt, und Sie leiten keines, das Briefe schreibt.', new: 'Neue Bescheidart', change: 'Bescheidart ändern',
    meaning: 'Läufe, die schon zur Freigabe gegeben sind, behalten Vorlage, Druck und Liegezeit, mit denen sie gegeben wurden.',
    yes: 'ja', no: 'nein', withTemplate: 'Vorlage: {{title}}', law: 'Recht', title: 'Bezeichnung', paper: 'Druck', cooling: 'Rücknahme', hold: 'Liegezeit', mailbox: 'Postfach', kept: 'Aufbewahrung', state: 'Stand', active: 'in Gebrauch', inactive: 'nicht in Gebrauch',
    minutes_one: '1 Minute', minutes_other: '{{count}} Minuten', days_one: '1 Tag', days_other: '{{count}} Tage', noDays: 'keine', years_one: '1 Jahr', years_other: '{{count}} Jahre',
  },
  field: {
    title: 'Bezeichnung', department: 'Amt', template: 'Vorlage', law: 'Recht', cooling: 'Freigabe zurücknehmen: Minuten', hold: 'Liegezeit im Druckzentrum: Tage', years: 'Aufbewahrung: Jahre',
    color: 'Farbig drucken. Kostet je Brief mehr, siehe Preise.', duplex: 'Beidseitig drucken. Spart Blätter bei langen Bescheiden.', mailbox: 'Postfach anbieten: Wer zugestimmt hat, bekommt den Bescheid dort statt per Post.', active: 'In Gebrauch: Neue Läufe dieser Art sind möglich.',
  },
  hint: {
    title: 'Steht in Listen, Berichten und für Bürgerinnen und Bürger im Portal, nicht im Brief.', template: 'Alle Vorlagen für Bescheide, die veröffentlicht sind. Geschrieben werden sie unter Briefe.',
    law: 'Danach richten sich Bekanntgabe und Fristen. Es bleibt, sobald ein Lauf dieser Art freigegeben ist.', cooling: 'So lange geht nach der Freigabe noch nichts hinaus. 0 bis 1.440.',
    hold: 'So lange wartet ein Brief dort auf den Druck und kann zurückgerufen werden. 0: sofort. Höchstens 31.', years: 'So lange werden Läufe und Bescheide aufbewahrt, vom Ende des Jahres an. Gilt auch für frühere Läufe. 1 bis 30.',
  },
  wrong: { title: 'Bitte eine Bezeichnung eingeben.', departmentId: 'Bitte ein Amt wählen.', templateId: 'Bitte eine Vorlage wählen.', ruleSetId: 'Bitte ein Recht wählen.', coolingMinutes: 'Bitte eine Zahl von 0 bis 1.440.', holdDays: 'Bitte eine Zahl von 0 bis 31.', retentionYears: 'Bitte eine Zahl von 1 bis 30.' },
  choose: 'Bitte wählen',
  laws: {
    meaning: 'Für einen Bescheid gilt die Fassung des Tages, an dem er hinausging, auch wenn sich das Recht danach ändert. Was schon gilt, bleibt.',
    new: 'Weiteres Recht', change: 'Änderung eintragen', changeOf: '{{title}}: Änderung eintragen', takeOut: 'Herausnehmen', takeOutOf: '{{title}}: Fassung ab {{day}} herausnehmen',
    takeOutText: 'Diese Fassung gilt noch nicht. Es bleibt bei der, die bis dahin gilt.', from: 'Ab {{day}}', holds: 'gilt', ahead: 'gilt noch nicht', past: 'galt früher', earlier_one: '1 frühere Fassung', earlier_other: '{{count}} frühere Fassungen',
    postInland: 'Brief im Inland', postAbroad: 'Brief ins Ausland', mailbox: 'Postfach', byHand: 'Übergeben', objection: 'Widerspruch', longObjection: 'Ohne richtige Belehrung', lawsuit: 'Klage nach Widerspruchsbescheid', periodShift: 'Fristende an einem freien Tag',
    rule: {
      'after-days_one': 'bekannt gegeben am Tag danach', 'after-days_other': 'bekannt gegeben am {{count}}. Tag danach', 'after-months_one': 'bekannt gegeben einen Monat danach', 'after-months_other': 'bekannt gegeben {{count}} Monate danach',
      'after-retrieval_one': 'bekannt gegeben am Tag nach dem Öffnen, wenn das am ersten Tag geschieht; sonst gar nicht', 'after-retrieval_other': 'bekannt gegeben am Tag nach dem Öffnen, wenn das binnen {{count}} Tagen geschieht; sonst gar nicht', 'on-receipt': 'bekannt gegeben, wenn der Zugang nachgewiesen ist',
    },
    stays: 'auch an einem freien Tag', moves: 'an einem freien Tag erst am nächsten Werktag', sameDay: 'bekannt gegeben am selben Tag', months_one: '1 Monat', months_other: '{{count}} Monate', periodStays: 'bleibt', periodMoves: 'verschiebt sich auf den nächsten Werktag',
  },
  law: {
    title: 'Bezeichnung', titleHint: 'Wie es bei den Bescheidarten heißt.', from: 'Gilt ab', fromHint: 'TT.MM.JJJJ. Für Bescheide, die an diesem Tag oder später hinausgehen.', fromWrong: 'Bitte ein Datum wie 01.01.2027 eingeben.',
    kind: 'Bekannt gegeben', kinds: { 'after-days': 'so viele Tage danach', 'after-months': 'so viele Monate danach', 'after-retrieval': 'nach dem Öffnen, binnen so vieler Tage', 'on-receipt': 'wenn der Zugang nachgewiesen ist' },
    days: 'Tage', months: 'Monate', basis: 'Grundlage', basisHint: 'Wie sie in der Begründung stehen soll: § 41 Abs. 2 Satz 1 VwVfG.', shift: 'Verschiebt sich an einem freien Tag nach', shiftHint: 'Leer: Der Tag bleibt.',
    incomplete: 'Noch fehlt etwas, oder eine Zahl ist nicht möglich.', number: 'Bitte eine Zahl von 1 bis 60.', basisMissing: 'Bitte die Grundlage nennen.', announcement: 'Bekanntgabe: {{way}}',
  },
  trial: {
    title: 'Probe', text: 'Was dieselbe Sendung nach der bisherigen und nach der neuen Fassung bedeutet. Gespeichert wird davon nichts.', day: 'Tag der Sendung', way: 'Weg', before: 'Bisher', after: 'Neu', none: 'Keine Regel: Dieses Recht gibt es noch nicht.', notYet: 'Sobald die neue Fassung vollständig ist, steht sie hier.',
    ways: { inland: 'Brief im Inland', abroad: 'Brief ins Ausland', 'mailbox-opened': 'Postfach, am Tag danach geöffnet', mailbox: 'Postfach, nicht geöffnet', 'by-hand': 'übergeben' },
  },
  prices: {
    valid: 'Gültig ab {{day}}. Quelle: {{source}}. Ohne Umsatzsteuer.', none: 'Für heute ist keine Preisliste hinterlegt.', meaning: 'Die Preise kommen mit dem Programm. Vor jeder Freigabe steht, was der Lauf kostet.',
    caption: 'Preise je Brief', what: 'Was', black: 'schwarz-weiß', color: 'farbig', simplex: 'Brief mit einem Blatt, einseitig', duplex: 'Brief mit einem Blatt, beidseitig', sheet: 'jedes weitere Blatt', step: 'Ab {{letters}} Briefen zusammen kostet jeder {{less}} weniger.',
  },
}
