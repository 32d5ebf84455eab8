/** Every sentence of the sign-in pages. */
export interface PageTexts {
  readonly title: string
  readonly login: string
  readonly password: string
  readonly task: string
  readonly submit: string
  readonly cancel: string
  readonly problemTitle: string
  readonly missing: string
  readonly loginMissing: string
  readonly passwordMissing: string
  readonly wrong: string
  readonly wait: (seconds: number) => string
  readonly demoTitle: string
  readonly demoHint: string
  readonly refusedTitle: string
  readonly expired: string
  readonly unexpected: string
}

export const PAGE_TEXTS: Readonly<Record<'de' | 'en', PageTexts>> = {
  de: {
    title: 'Anmelden',
    login: 'Benutzername',
    password: 'Passwort',
    task: 'Person und Aufgabe',
    submit: 'Anmelden',
    cancel: 'Abbrechen',
    problemTitle: 'Das hat nicht geklappt',
    missing: 'Bitte füllen Sie beide Felder aus.',
    loginMissing: 'Bitte geben Sie Ihren Benutzernamen ein.',
    passwordMissing: 'Bitte geben Sie Ihr Passwort ein.',
    wrong: 'Benutzername und Passwort passen nicht zusammen. Bitte prüfen Sie beides und versuchen Sie es noch einmal.',
    wait: seconds => `Es gab mehrere Versuche hintereinander. Bitte warten Sie ${seconds} Sekunden und versuchen Sie es dann noch einmal.`,
    demoTitle: 'Zugänge der Demo-Stadt',
    demoHint: 'Diese Personen sind erfunden. Sie können sich mit jedem dieser Zugänge anmelden.',
    refusedTitle: 'Diese Anmeldung ist beendet',
    expired: 'Die Anmeldung hat zu lange gedauert oder wurde in einem anderen Fenster fortgesetzt. Bitte beginnen Sie sie in Rathaus Desk noch einmal.',
    unexpected: 'Die Anmeldung konnte nicht fortgesetzt werden. Bitte beginnen Sie sie in Rathaus Desk noch einmal.',
  },
  en: {
    title: 'Sign in',
    login: 'User name',
    password: 'Password',
    task: 'Person and task',
    submit: 'Sign in',
    cancel: 'Cancel',
    problemTitle: 'That did not work',
    missing: 'Please fill in both fields.',
    loginMissing: 'Please enter your user name.',
    passwordMissing: 'Please enter your password.',
    wrong: 'User name and password do not match. Please check both and try again.',
    wait: seconds => `There were several attempts in a row. Please wait ${seconds} seconds and then try again.`,
    demoTitle: 'Accounts of the demo town',
    demoHint: 'These people are invented. You can sign in with any of these accounts.',
    refusedTitle: 'This sign-in has ended',
    expired: 'The sign-in took too long or went on in another window. Please begin it again in Rathaus Desk.',
    unexpected: 'The sign-in could not go on. Please begin it again in Rathaus Desk.',
  },
}
