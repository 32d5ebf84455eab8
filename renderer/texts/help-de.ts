/** The help beside the screen; its pages are in `help-pages-de.ts`. `help-en.ts` has the same keys. */
export const helpDe = {
  title: 'Hilfe',
  open: 'Hilfe zu diesem Bildschirm',
  close: 'Hilfe schließen',
  search: 'In der Hilfe suchen',
  found_one: '1 Seite gefunden',
  found_other: '{{count}} Seiten gefunden',
  first: 'Erste Schritte',
  shortcuts: 'Tastenkürzel',
  tour: 'Rundgang für den ersten Tag',
  diagnosis: 'Diagnose erstellen …',
  training: 'ÜBUNGSSTADT.',
  trainingMeaning: 'Alle Menschen und Vorgänge sind erfunden, und nichts geht hinaus. Geben Sie trotzdem keine echten Daten ein.',
  trainingTitle: 'ÜBUNGSSTADT – ',
  trainingMark: 'ÜBUNG',
} as const

/** The first day in a few steps. */
export const tourDe = {
  region: 'Rundgang',
  place: 'Schritt {{place}} von {{of}}',
  back: 'Zurück',
  next: 'Weiter',
  finish: 'Fertig',
  later: 'Später weitermachen',
  titles: { areas: 'Ihre Bereiche', list: 'Die Liste', day: 'Mein Tag', capture: 'Antrag aufnehmen', search: 'Suchen und Befehle', transfer: 'Übertragung', help: 'Hilfe' },
  words: {
    areas: 'Links stehen die Bereiche, die zu Ihren Aufgaben gehören. Mit F6 kommen Sie von Bereich zu Bereich. Sie können während des Rundgangs arbeiten.',
    list: 'Das sind die Vorgänge Ihrer Ämter. Die Eingabetaste öffnet einen, Esc führt zurück zu derselben Zeile.',
    day: 'Hier steht, was heute wichtig ist: Fristen, Wiedervorlagen und was auf jemanden wartet.',
    capture: 'Anträge auf Papier oder am Telefon nehmen Sie hier auf, auch ohne Netz.',
    search: 'Von überall finden Sie hier Vorgänge, Ansichten und Befehle.',
    transfer: 'Hier sehen Sie, ob alles übertragen ist. Was wartet, ist auf diesem Gerät sicher gespeichert.',
    help: 'Die Hilfe zu jedem Bildschirm öffnen Sie hier oder mit F1. Dort finden Sie auch diesen Rundgang wieder.',
  },
} as const
