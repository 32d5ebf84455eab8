/** How a place of appointments was used; `statistics-en.ts` has the same keys. */
export const statisticsDe = {
  period: 'Zeitraum', periods: { weeks: '4 Wochen', quarter: '3 Monate', year: '12 Monate' }, between: '{{from}} bis {{to}}', calculating: 'Wird berechnet …',
  percent: '{{percent}} %', minutes: '{{minutes}} min', hidden: 'nicht gezeigt', service: 'Anliegen', several: 'Mehrere Anliegen zusammen',
  tooFew: 'In diesem Zeitraum waren es weniger als fünf Besuche.', tooFewHint: 'Zahlen stehen hier ab fünf, damit sie niemanden einzeln zeigen. Ein längerer Zeitraum hilft vielleicht.',
  unmarked_one: 'Bei einem Termin ist nicht vermerkt, ob jemand kam; er zählt in keinem Anteil.', unmarked_other: 'Bei {{count}} Terminen ist nicht vermerkt, ob jemand kam; sie zählen in keinem Anteil.',
  hiddenNote: 'Nicht gezeigt wird, was weniger als fünf Besuche oder nur eine Person im Haus beträfe oder solche errechnen ließe.',
  hoursNote: 'Die Belegung ist mit den Öffnungszeiten und Schaltern gerechnet, wie sie heute eingetragen sind.',
  key: {
    title: 'Auf einen Blick', use: 'Belegung', useWords: 'der geöffneten Zeit aller Schalter war gebucht', waiting: 'Wartezeit', serving: 'Bedienung', minutesWords: 'höchstens bei der Hälfte, bei 90\u00a0% bis {{minutes}} min',
    missed: 'Nicht erschienen', missedWords: '{{missed}} kamen nicht, {{came}} kamen; {{cancelled}} haben abgesagt', walkIns: 'Ohne Termin', walkInsWords: 'das sind {{percent}} % aller, die kamen',
  },
  use: {
    title: 'Wie voll die Schalter sind', day: 'Tag', morning: 'Vor 12 Uhr', afternoon: 'Nach 12 Uhr', hours: '({{booked}} von {{open}} Std.)', closed: 'In diesem Zeitraum war nie geöffnet.',
    cell: { morning: '{{weekday}} vor 12 Uhr', afternoon: '{{weekday}} nach 12 Uhr' },
    both: '{{full}} ist zu {{fullPercent}} % belegt, {{free}} nur zu {{freePercent}} %.', only: '{{full}} ist zu {{fullPercent}} % belegt.',
    advice: { move: 'Ein Schalter, der von dort hierher wechselt, verkürzt die Suche nach Terminen.', full: 'Mehr geht nur mit weiteren Schaltern oder Stunden.', fine: 'Überall ist noch Platz.' },
  },
  times: {
    title: 'Warten und Bedienung je Anliegen', waiting: 'Wartezeit', serving: 'Bedienung', planned: 'Eingeplant', upTo: '(90 %: bis {{minutes}} min)',
    longer: '„{{service}}“ dauert meist {{minutes}} statt der eingeplanten {{planned}} Minuten: Wer danach kommt, wartet länger.',
    shorter: '„{{service}}“ dauert meist nur {{minutes}} der eingeplanten {{planned}} Minuten: Hier wäre Platz für weitere Termine.', fine: 'Was eingeplant ist, passt zu dem, was gebraucht wird.',
  },
  missed: {
    byLead: 'Nicht erschienen, je nach Vorlauf', byService: 'Nicht erschienen, je Anliegen', lead: 'Gebucht', share: 'Nicht erschienen', of: '({{missed}} von {{all}})',
    leadMeaning: {
      'same-day': 'Am häufigsten fehlt, wer am selben Tag bucht: {{percent}} %.', 'few-days': 'Am häufigsten fehlt, wer ein bis drei Tage vorher bucht: {{percent}} %.',
      'two-weeks': 'Am häufigsten fehlt, wer vier bis vierzehn Tage vorher bucht: {{percent}} %. Eine Erinnerung am Tag davor hilft.', longer: 'Am häufigsten fehlt, wer mehr als zwei Wochen vorher bucht: {{percent}} %. Ein kürzerer Vorlauf oder eine Erinnerung hilft.',
    },
    serviceMeaning: 'Am häufigsten fehlt jemand bei „{{service}}“: {{percent}} %.', alike: 'Unterschiede sind nicht zu sehen.',
  },
  lead: { 'same-day': 'am selben Tag', 'few-days': '1–3 Tage vorher', 'two-weeks': '4–14 Tage vorher', longer: 'noch früher' },
  channels: {
    title: 'Wie die Menschen kommen', way: 'Weg', share: 'Anteil', outcome: 'Was daraus wurde', count_one: '(1 Besuch)', count_other: '({{count}} Besuche)',
    outcomes: '{{came}} erschienen, {{missed}} nicht erschienen, {{cancelled}} abgesagt', meaning: '{{percent}} % haben online gebucht; das kostet am Telefon keine Zeit.', noMeaning: 'Online hat kaum jemand gebucht.',
  },
}
