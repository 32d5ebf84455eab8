/** Every sentence the shell itself shows; the page's own are in renderer/texts. */
export interface ShellTexts {
  readonly menu: Readonly<Record<
    'file' | 'lock' | 'signOut' | 'quit' | 'edit' | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'view' | 'zoomIn' |
    'zoomOut' | 'actualSize' | 'fullScreen' | 'developer' | 'reload' | 'window' | 'minimize' | 'close' | 'show', string>>
  readonly counts: { readonly mine: string; readonly toRelease: string; readonly unread: string; readonly attention: string; readonly unsent: string }
  readonly notices: { readonly assigned: string; readonly toRelease: string; readonly message: string; readonly attention: string; readonly viewFilled: string }
  readonly unsent: { readonly question: (count: number) => string; readonly detail: string; readonly quit: string; readonly stay: string }
  readonly unresponsive: { readonly question: string; readonly wait: string; readonly reload: string }
  readonly crashed: { readonly title: string; readonly text: string }
  readonly refusedAddress: { readonly title: string; readonly text: string }
}

const de: ShellTexts = {
  menu: {
    file: 'Datei', lock: 'Jetzt sperren', signOut: 'Abmelden', quit: 'Beenden', edit: 'Bearbeiten', undo: 'Rückgängig', redo: 'Wiederholen',
    cut: 'Ausschneiden', copy: 'Kopieren', paste: 'Einfügen', selectAll: 'Alles auswählen', view: 'Ansicht', zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern', actualSize: 'Originalgröße', fullScreen: 'Vollbild', developer: 'Entwicklerwerkzeuge', reload: 'Neu laden',
    window: 'Fenster', minimize: 'Minimieren', close: 'Schließen', show: 'Rathaus Desk anzeigen',
  },
  counts: { mine: 'Meine Anträge', toRelease: 'Zur Freigabe', unread: 'Ungelesene Nachrichten', attention: 'Klärung nötig', unsent: 'Noch nicht übertragen' },
  notices: {
    assigned: 'Ihnen wurde ein Antrag zugewiesen.',
    toRelease: 'Ein Vorschlag wartet auf Ihre Freigabe.',
    message: 'Eine neue Nachricht zu einem Antrag ist da.',
    attention: 'Eine Ihrer Änderungen wurde nicht angenommen. Bitte sehen Sie sie an.',
    viewFilled: 'In einer Ihrer Ansichten ist etwas Neues.',
  },
  unsent: {
    question: count => (count === 1 ? 'Eine Änderung ist noch nicht übertragen.' : `${count} Änderungen sind noch nicht übertragen.`),
    detail: 'Sie sind auf diesem Arbeitsplatz gespeichert und werden nach dem nächsten Start übertragen. Bis dahin sieht sie sonst niemand.',
    quit: 'Trotzdem beenden',
    stay: 'Weiterarbeiten',
  },
  unresponsive: { question: 'Die Anzeige antwortet gerade nicht.', wait: 'Warten', reload: 'Anzeige neu laden' },
  crashed: {
    title: 'Rathaus Desk kann nicht angezeigt werden',
    text: 'Die Anzeige ist mehrmals hintereinander ausgefallen. Was Sie gespeichert haben, ist sicher. Bitte starten Sie das Programm neu und wenden Sie sich an Ihre Administration, wenn es wieder geschieht.',
  },
  refusedAddress: {
    title: 'Anmeldung nicht möglich',
    text: 'Die Anmeldeseite ist auf diesem Arbeitsplatz nicht freigegeben. Bitte wenden Sie sich an Ihre Administration (Einstellung signInOrigins).',
  },
}

const en: ShellTexts = {
  menu: {
    file: 'File', lock: 'Lock now', signOut: 'Sign out', quit: 'Quit', edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy',
    paste: 'Paste', selectAll: 'Select all', view: 'View', zoomIn: 'Zoom in', zoomOut: 'Zoom out', actualSize: 'Actual size',
    fullScreen: 'Full screen', developer: 'Developer tools', reload: 'Reload', window: 'Window', minimize: 'Minimise', close: 'Close',
    show: 'Show Rathaus Desk',
  },
  counts: { mine: 'My applications', toRelease: 'To release', unread: 'Unread messages', attention: 'Needs attention', unsent: 'Not yet transferred' },
  notices: {
    assigned: 'An application has been assigned to you.',
    toRelease: 'A proposal is waiting for your release.',
    message: 'There is a new message about an application.',
    attention: 'One of your changes was not accepted. Please have a look at it.',
    viewFilled: 'There is something new in one of your views.',
  },
  unsent: {
    question: count => (count === 1 ? 'One change has not been transferred yet.' : `${count} changes have not been transferred yet.`),
    detail: 'They are saved on this computer and will be transferred after the next start. Nobody else sees them until then.',
    quit: 'Quit anyway',
    stay: 'Keep working',
  },
  unresponsive: { question: 'The window is not responding.', wait: 'Wait', reload: 'Reload the window' },
  crashed: {
    title: 'Rathaus Desk cannot be shown',
    text: 'The window has failed several times in a row. What you saved is safe. Please start the program again, and tell your administrators if it happens again.',
  },
  refusedAddress: {
    title: 'Signing in is not possible',
    text: 'The sign-in page is not allowed on this computer. Please tell your administrators (setting signInOrigins).',
  },
}

/** German, unless the person's computer prefers English over it. */
export function textsFor(languages: readonly string[]): ShellTexts {
  const first = languages.find(language => /^(de|en)\b/i.test(language))
  return first?.toLowerCase().startsWith('en') ? en : de
}
