/** Decision letter; `letter-en.ts` has the same keys. */
export const letterDe = {
  preview: 'Bescheid ansehen', previewTitle: 'Bescheid – Entwurf', setting: 'Der Bescheid wird gesetzt …', document: 'Entwurf des Bescheids',
  template: 'Vorlage des Bescheids',
  none: 'Zu dieser Entscheidung gibt es keine Vorlage für einen Bescheid. Der Bürger erhält sie als Nachricht im Postfach.',
  offline: 'Die Vorschau setzt der Dienst der Stadt; ohne Verbindung gibt es keine. Vorschlagen und freigeben können Sie trotzdem.',
  addConditions: 'Nebenbestimmungen hinzufügen', conditions: 'Nebenbestimmungen', conditionsHint: 'Auflagen, Bedingungen, Befristung (§ 36 VwVfG). Zeilen mit einem Strich am Anfang werden zur Liste.',
  amount: 'Betrag in Euro', amountHint: 'Bis {{limit}} entscheidet eine Person allein, darüber gilt das Vier-Augen-Prinzip.', fee: 'Gebühr in Euro', noAmount: 'Das ist kein Betrag. Schreiben Sie zum Beispiel 12,50.',
  variableHint: 'Das will die Vorlage des Bescheids noch wissen.',
  lacks: 'Dem Bescheid fehlt noch:', lacksTodo: 'Was Sie nicht selbst schreiben können, richtet Ihre Systemverwaltung ein.',
  part: {
    authority: 'die Behörde im Briefkopf', signatory: 'der Name der zeichnenden Person im Briefkopf', recipient: 'die Empfängerin oder der Empfänger', reasons: 'die Begründung',
    remedies: 'die Rechtsbehelfsbelehrung', 'remedies-seat': 'der Sitz der Behörde in der Rechtsbehelfsbelehrung', 'remedies-period': 'die Frist in der Rechtsbehelfsbelehrung', date: 'das Datum', variable: 'die Angabe „{{variable}}“',
  },
  changesTitle: 'Geändert seit der Vorlage vom {{time}}', unchanged: 'Es wurde nichts geändert.', added: 'neu:', removed: 'gestrichen:',
  field: { outcome: 'Ergebnis', reason: 'Begründung', conditions: 'Nebenbestimmungen', amountCents: 'Betrag', feeCents: 'Gebühr', letter: 'Bescheid' },
  show: 'Ansehen', print: 'Hier drucken', providedAt: 'Im Postfach bereitgestellt am {{time}}.', retrievedAt: 'Abgerufen am {{time}}.', notRetrieved: 'Noch nicht abgerufen.',
  certifyHint: 'Die Frist ist ohne Entscheidung abgelaufen, die Genehmigung gilt als erteilt. Auf Verlangen wird das schriftlich bescheinigt.',
}
