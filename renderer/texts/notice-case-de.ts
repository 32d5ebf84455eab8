/** How the decisions of a case reached whoever applied; `notice-case-en.ts` has the same keys. */
export const noticeCaseDe = {
  toCase: 'Zum Vorgang',
  periodOver: 'Frist abgelaufen',
  law: 'Gerechnet nach: {{law}}.',
  objections: 'Ob jemand gegen einen Bescheid aus einem Vorgang Widerspruch eingelegt hat, wird hier nicht eingetragen. Bestandskräftig ist er nur, wenn bis zum Ende der Frist keiner einging.',
  byPost: 'Diese Person hat kein Postfach: Der Bescheid wird hier gedruckt und geht mit der Post. Den Tag, an dem er zur Post ging, vermerken Sie bitte im Vorgang; Fristen rechnet das Programm hier nicht.',
}
