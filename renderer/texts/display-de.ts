/** The display in the lobby; `display-en.ts` has the same keys. */
export const displayDe = {
  title: 'Anzeige im Wartebereich',
  intro: 'Öffnen Sie diese Adresse auf dem Bildschirm im Wartebereich. Er zeigt die aufgerufenen Nummern mit ihrem Schalter, wie viele warten und wie lange, aber keine Namen.',
  renewAsk: 'Der Bildschirm im Wartebereich zeigt danach keine Nummern mehr, bis dort die neue Adresse geöffnet wird.',
  address: 'Adresse', copy: 'Adresse kopieren',
  sound: 'Damit ein neuer Aufruf zu hören ist, wird dort einmal „Ton einschalten“ gedrückt.',
}
