/** How the decisions of a case reached whoever applied; `notice-case-en.ts` has the same keys. */
export const noticeCaseDe = {
  toCase: 'Zum Vorgang',
  periodOver: 'Frist abgelaufen',
  law: 'Gerechnet nach: {{law}}.',
  objections: 'Ob jemand gegen einen Bescheid aus einem Vorgang Widerspruch eingelegt hat, wird hier nicht eingetragen. Bestandskräftig ist er nur, wenn bis zum Ende der Frist keiner einging.',
  later: 'In diesem Vorgang gibt es einen späteren Bescheid vom {{day}}. Ob er an die Stelle dieses Schreibens tritt, steht in ihm.',
  dayUnknown: 'Dieses Schreiben liegt im Postfach. Seit wann, ist an diesem Arbeitsplatz nicht bekannt; Fristen lassen sich hier deshalb nicht rechnen.',
  byPost: 'Diese Person hat kein Postfach: Das Schreiben wird hier gedruckt und geht mit der Post. Den Tag, an dem es zur Post ging, vermerken Sie bitte im Vorgang; Fristen rechnet das Programm hier nicht.',
}
