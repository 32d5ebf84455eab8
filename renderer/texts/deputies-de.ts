/** Deputies; `deputies-en.ts` has the same keys. */
export const deputiesDe = {
  intro: 'Wer vertritt, sieht und bearbeitet die Vorgänge der vertretenen Person. Im Verlauf und auf dem Bescheid steht dann „i. V.“.',
  set: 'Vertretung eintragen', setTitle: 'Vertretung eintragen',
  setText: 'Die Rechte gelten vom ersten bis zum Ende des letzten Tages. Was die vertretene Person selbst vorgeschlagen hat, kann die Vertretung nicht freigeben.',
  lender: 'Vertreten wird', deputy: 'Vertretung', period: 'Zeitraum', standing: 'Stand', days: '{{from}} – {{until}}', you: '{{name}} (Sie)', gone: 'Nicht mehr im Haus',
  standings: { running: 'läuft', planned: 'geplant', over: 'vorbei' },
  choose: 'Person wählen', chooseFirst: 'Bitte wählen Sie, wer vertritt.', firstDay: 'Erster Tag', lastDay: 'Letzter Tag', lastDayHint: 'Gilt bis zum Ende dieses Tages.',
  nobodyFits: 'In den Ämtern dieser Person hat niemand sonst dieselbe oder eine höhere Aufgabe. Die Teamleitung oder die Systemverwaltung kann eine andere Person eintragen.',
  end: 'Beenden', endNow: 'Jetzt beenden', takeBack: 'Zurücknehmen', endOf: 'Vertretung von {{lender}} durch {{deputy}} beenden',
  endTitle: 'Vertretung beenden', endText: '{{deputy}} verliert sofort die Rechte von {{lender}}. Die Vorgänge verschwinden von diesem Arbeitsplatz, soweit kein eigenes Recht besteht.',
  takeBackTitle: 'Vertretung zurücknehmen', takeBackText: '{{deputy}} wird {{lender}} nicht vertreten. Die Vertretung hat noch nicht begonnen.',
  empty: 'Zurzeit vertritt niemand. Vor Urlaub oder längerer Abwesenheit tragen Sie hier ein, wer für Sie einspringt.',
  offline: 'Rechte ändern sich nur mit Verbindung zum zentralen Dienst.',
}
