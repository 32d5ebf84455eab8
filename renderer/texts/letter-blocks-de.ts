/** Text blocks that templates share; `letter-blocks-en.ts` has the same keys. */
export const letterBlocksDe = {
  intro: 'Was in mehreren Vorlagen gleich lautet, steht einmal hier. Eine Änderung gilt für jede Vorlage, die den Baustein benutzt; was freigegeben ist, behält seinen Text.',
  count_one: '{{count}} Textbaustein', count_other: '{{count}} Textbausteine', none: 'Noch kein Textbaustein. Hier steht, was mehrere Vorlagen gemeinsam sagen, zum Beispiel die Rechtsbehelfsbelehrung. Den ersten legen Sie mit „Neuer Textbaustein“ an.', new: 'Neuer Textbaustein', back: 'Zurück', untitled: 'Neuer Textbaustein',
  column: { title: 'Textbaustein', usedBy: 'Benutzt in', changed: 'Zuletzt geändert' }, unused: 'keiner Vorlage',
  parts: 'Teile des Textbausteins', part: { text: 'Text', preview: 'So steht er im Brief', versions: 'Fassungen' },
  title: 'Name des Textbausteins', titleHint: 'So wählen Sie ihn in einer Vorlage aus; im Brief steht er nicht.',
  save: 'Textbaustein speichern', saveHint: 'Er gilt sofort in allen Vorlagen, die ihn benutzen. Eine Entscheidung, die auf Freigabe wartet, muss neu vorgeschlagen werden.', inUse: 'Vorlagen benutzen ihn. Nehmen Sie ihn dort zuerst heraus.',
  missing_one: 'Zum Speichern ist noch eine Stelle zu klären.', missing_other: 'Zum Speichern sind noch {{count}} Stellen zu klären.', inTemplate: 'In „{{template}}“: {{sentence}}',
  changedByOther: 'Jemand hat diesen Textbaustein geändert, während er hier offen war. Vergleichen Sie unter „Fassungen“, bevor Sie speichern.', leaveText: 'Was Sie am Textbaustein geändert haben, geht verloren.',
  previewIn: 'In der Vorlage', previewOf: 'Der Brief in Worten, mit erfundenem Vorgang', previewAlone: 'Noch benutzt ihn keine Vorlage: So liest er sich für sich.', table: 'Tabelle im Brief',
  versionsHint: 'Verglichen wird mit dem Text, der oben gerade steht. „Wieder nehmen“ setzt den alten Text oben ein; gespeichert wird er als neue Fassung.',
  same: 'steht oben', compare: 'Vergleichen', compareNamed: '{{version}} vergleichen', take: 'Wieder nehmen', takeTitle: '{{version}} wieder nehmen?',
  takeText: 'Oben steht dann der Text dieser Fassung statt dessen, was dort jetzt steht. Erst wenn Sie den Textbaustein speichern, wird daraus eine neue Fassung.',
  takeUsed_one: 'Sie gilt dann sofort in der einen Vorlage, die ihn benutzt.', takeUsed_other: 'Sie gilt dann sofort in den {{count}} Vorlagen, die ihn benutzen.', takeUnused: 'Noch benutzt ihn keine Vorlage.',
  takeNamed: '{{version}} wieder nehmen',
  facsimile: {
    title: 'Bild der Unterschrift (wenn gewünscht)', given: '{{width}} × {{height}} Bildpunkte. Es gilt, sobald der Briefkopf gespeichert ist; die Vorschau zeigt, wie es im Brief steht.', none: 'Keines: Im Brief steht der Name, und dass er ohne Unterschrift gültig ist.',
    wrong: 'Das ist kein Bild, das sich verwenden lässt. Nehmen Sie ein PNG oder JPEG.', hint: 'PNG oder JPEG, schwarz oder blau auf Weiß. Es wird auf höchstens {{width}} × {{height}} Punkte verkleinert und auf weißen Grund gesetzt.',
    choose: 'Bild wählen', other: 'Anderes Bild wählen', remove: 'Bild entfernen',
  },
  insert: 'Textbaustein einfügen', instead: 'Textbaustein nehmen', ownWords: 'Selbst schreiben', named: 'Textbaustein „{{title}}“', open: 'Textbaustein öffnen', openNamed: 'Textbaustein öffnen: {{title}}',
}
