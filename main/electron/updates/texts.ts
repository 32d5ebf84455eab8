import type { Hindrance } from './hindrances.ts'

/** What is said about newer versions. */
export interface UpdateTexts {
  readonly entry: (version: string) => string
  readonly title: (version: string) => string
  readonly notices: Readonly<Record<'ready' | 'announced' | 'stuck', (version: string) => string>>
  readonly hints: Readonly<Record<'ready' | 'announced' | 'stuck', string>>
  readonly hindrances: Readonly<Record<Hindrance, string>>
  readonly later: string
  readonly install: string
  readonly close: string
}

export const updateTexts: Readonly<Record<'de' | 'en', UpdateTexts>> = {
  de: {
    entry: version => `Neue Version ${version} …`,
    title: version => `Was ist neu in Version ${version}?`,
    notices: {
      ready: version => `Version ${version} liegt bereit. Sie wird installiert, wenn Sie das Programm beenden.`,
      announced: version => `Version ${version} ist da. Ihre Systemverwaltung installiert sie.`,
      stuck: version => `Version ${version} ließ sich nicht installieren. Bitte geben Sie Ihrer Systemverwaltung Bescheid.`,
    },
    hints: {
      ready: 'Beim Installieren fragt der Computer nach dem Kennwort einer Administration; es dauert etwa eine Minute. Speichern Sie vorher, was Sie gerade schreiben.',
      announced: 'Sie brauchen nichts zu tun: Ihre Systemverwaltung installiert diese Version.',
      stuck: 'Die Installation ist dreimal nicht gelungen. Sie können wie gewohnt weiterarbeiten. Bitte geben Sie Ihrer Systemverwaltung Bescheid.',
    },
    hindrances: {
      alert: 'Gerade ist eine Warnmeldung offen. Installiert wird erst, wenn sie abgeschlossen ist.',
      'vaccination-day': 'Gerade läuft ein Impftag. Installiert wird erst, wenn er abgeschlossen ist.',
      unsent: 'Hier wartet noch etwas darauf, übertragen zu werden. Installiert wird erst danach.',
      locked: 'Dieser Arbeitsplatz ist gesperrt. Installiert wird erst, wenn die Person, die hier arbeitet, ihn entsperrt oder sich abgemeldet hat.',
    },
    later: 'Beim Beenden installieren',
    install: 'Jetzt installieren und neu starten',
    close: 'Schließen',
  },
  en: {
    entry: version => `New version ${version} …`,
    title: version => `What is new in version ${version}?`,
    notices: {
      ready: version => `Version ${version} is ready. It will be installed when you quit the program.`,
      announced: version => `Version ${version} is here. Your administrators will install it.`,
      stuck: version => `Version ${version} could not be installed. Please tell your administrators.`,
    },
    hints: {
      ready: 'While installing, the computer asks for the password of an administrator; it takes about a minute. Please save what you are writing first.',
      announced: 'There is nothing for you to do: your administrators install this version.',
      stuck: 'The installation has failed three times. You can go on working as usual. Please tell your administrators.',
    },
    hindrances: {
      alert: 'A warning to the public is open. Nothing is installed before it is finished.',
      'vaccination-day': 'A vaccination day is under way. Nothing is installed before it is finished.',
      unsent: 'Something here is still waiting to be transferred. Nothing is installed before that.',
      locked: 'This desk is locked. Nothing is installed before the person who works here has unlocked it or signed out.',
    },
    later: 'Install when I quit',
    install: 'Install now and restart',
    close: 'Close',
  },
}
