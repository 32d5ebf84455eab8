import type { MistakeKind } from './policy.ts'
import type { SettingsMistake } from './settings.ts'
import { updateTexts, type UpdateTexts } from './updates/texts.ts'

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
  readonly mistake: { readonly at: (mistake: SettingsMistake) => string; readonly kinds: Readonly<Record<MistakeKind, string>>; readonly more: (count: number) => string }
  readonly update: UpdateTexts
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
  mistake: {
    at: ({ line, setting }) => [line === null ? '' : `Zeile ${line}`, setting].filter(part => part !== '').join(', '),
    more: count => (count === 1 ? 'Dazu ein weiterer Fehler.' : `Dazu ${count} weitere Fehler.`),
    kinds: {
      json: 'Hier endet, was als JSON zu lesen ist; oft fehlt ein Komma oder ein Anführungszeichen.',
      unreadable: 'Die Datei lässt sich nicht öffnen. Lesen dürfen müssen sie alle, die hier arbeiten.',
      unprotected: 'Die Datei oder ihr Ordner gehört nicht root, oder auch andere dürfen darin schreiben.',
      missing: 'Diese Angabe fehlt.',
      unknown: 'Diese Angabe gibt es nicht.',
      type: 'Diese Angabe hat die falsche Art.',
      range: 'Dieser Wert ist zu klein oder zu groß.',
      address: 'Das ist keine Adresse wie https://rathaus.example.',
      unencrypted: 'Die Adresse muss mit https:// beginnen.',
      credentials: 'In der Adresse dürfen kein Name und kein Kennwort stehen.',
      proxy: 'Ein Proxy steht hier wie http://proxy.example:3128, ohne Namen und Kennwort.',
      key: 'Das ist kein Schlüssel, wie ihn „npm run release -- key“ ausgibt.',
      host: 'Das ist kein Rechnername.',
      choice: 'Diesen Wert gibt es hier nicht.',
    },
  },
  update: updateTexts.de,
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
  mistake: {
    at: ({ line, setting }) => [line === null ? '' : `line ${line}`, setting].filter(part => part !== '').join(', '),
    more: count => (count === 1 ? 'And one more mistake.' : `And ${count} more mistakes.`),
    kinds: {
      json: 'What can be read as JSON ends here; often a comma or a quotation mark is missing.',
      unreadable: 'The file cannot be opened. Everybody who works here must be allowed to read it.',
      unprotected: 'The file or its folder does not belong to root, or others may write in it.',
      missing: 'This entry is missing.',
      unknown: 'There is no such entry.',
      type: 'This entry is of the wrong kind.',
      range: 'This value is too small or too large.',
      address: 'This is no address like https://rathaus.example.',
      unencrypted: 'The address must begin with https://.',
      credentials: 'There must be no name and no password in the address.',
      proxy: 'A proxy is written like http://proxy.example:3128, without a name and a password.',
      key: 'This is no key as “npm run release -- key” prints it.',
      host: 'This is no name of a computer.',
      choice: 'There is no such value here.',
    },
  },
  update: updateTexts.en,
}

/** German, unless the person's computer prefers English over it; of those that the administration allows. */
export function languageFor(languages: readonly string[], allowed: readonly ('de' | 'en')[]): 'de' | 'en' {
  const first = languages.find(language => /^(de|en)\b/i.test(language))
  const wanted = first?.toLowerCase().startsWith('en') ? 'en' : 'de'
  return allowed.includes(wanted) ? wanted : (allowed[0] ?? wanted)
}

export const textsIn = (language: 'de' | 'en'): ShellTexts => (language === 'en' ? en : de)

/** Nobody reads more than a few at once; the rest is counted. */
const MOST_TOLD = 3

/** What is wrong with the settings, for the sign-in page: one line for each, its place and its sentence, as the file has them from top to bottom. */
export function mistakesTold({ mistake: { at, kinds, more } }: ShellTexts, mistakes: readonly SettingsMistake[]): string {
  const told = mistakes.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)).slice(0, MOST_TOLD).map(mistake => `• ${[at(mistake), kinds[mistake.kind]].filter(part => part !== '').join(': ')}`)
  const rest = mistakes.length - told.length
  return [...told, ...(rest > 0 ? [more(rest)] : [])].join('\n').slice(0, 400)
}
