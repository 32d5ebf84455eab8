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
  readonly runOut: string
  readonly wait: (seconds: number) => string
  readonly newTitle: string
  readonly newIntro: string
  readonly newRules: string
  readonly newPassword: string
  readonly newRepeated: string
  readonly newSubmit: string
  readonly newPasswordProblems: Readonly<Record<'too-short' | 'too-long' | 'common' | 'of-oneself' | 'as-before' | 'unlike', string>>
  readonly demoTitle: string
  readonly demoHint: string
  readonly refusedTitle: string
  readonly expired: string
  readonly trainingTitle: string
  readonly training: string
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
    runOut: 'Dieses Einmal-Passwort ist abgelaufen. Bitten Sie die Systemverwaltung um ein neues.',
    newTitle: 'Eigenes Passwort wählen',
    newIntro: 'Sie haben sich mit einem Einmal-Passwort angemeldet. Wählen Sie jetzt Ihr eigenes. Niemand sonst kennt es, auch die Systemverwaltung nicht.',
    newRules: 'Mindestens 12 Zeichen. Gut sind drei oder vier Wörter, die nichts miteinander zu tun haben. Leerzeichen sind erlaubt; Sonderzeichen müssen nicht sein.',
    newPassword: 'Neues Passwort',
    newRepeated: 'Neues Passwort, noch einmal',
    newSubmit: 'Passwort speichern und anmelden',
    newPasswordProblems: {
      'too-short': 'Das ist zu kurz. Bitte nehmen Sie mindestens 12 Zeichen.',
      'too-long': 'Das ist zu lang. Bitte nehmen Sie höchstens 200 Zeichen.',
      common: 'Dieses Passwort ist leicht zu erraten: So oder ähnlich wählen es viele. Bitte nehmen Sie ein anderes.',
      'of-oneself': 'In diesem Passwort steht vor allem Ihr Name, Ihr Benutzername oder der Name der Stadt. Bitte nehmen Sie etwas, das niemand über Sie weiß.',
      'as-before': 'Das ist das Einmal-Passwort. Bitte wählen Sie ein eigenes.',
      unlike: 'Die beiden Eingaben sind verschieden. Bitte geben Sie zweimal dasselbe Passwort ein.',
    },
    wait: seconds => `Es gab mehrere Versuche hintereinander. Bitte warten Sie ${seconds} Sekunden und versuchen Sie es dann noch einmal.`,
    demoTitle: 'Zugänge der Demo-Stadt',
    demoHint: 'Diese Personen sind erfunden. Sie können sich mit jedem dieser Zugänge anmelden.',
    refusedTitle: 'Diese Anmeldung ist beendet',
    trainingTitle: 'ÜBUNGSSTADT',
    training: 'Alle Menschen und Vorgänge sind erfunden, und nichts geht hinaus. Geben Sie nicht Ihr eigenes Passwort ein, sondern eines der Übung.',
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
    runOut: 'This one-time password has run out. Ask the system administration for a new one.',
    newTitle: 'Choose a password of your own',
    newIntro: 'You have signed in with a one-time password. Choose your own one now. Nobody else knows it, not even the system administration.',
    newRules: 'At least 12 characters. Three or four words that have nothing to do with each other are good. Blanks are allowed; special characters are not needed.',
    newPassword: 'New password',
    newRepeated: 'New password, once more',
    newSubmit: 'Save the password and sign in',
    newPasswordProblems: {
      'too-short': 'This is too short. Please take at least 12 characters.',
      'too-long': 'This is too long. Please take at most 200 characters.',
      common: 'This password is easy to guess: many people choose it, or one like it. Please take another one.',
      'of-oneself': 'This password is mostly your name, your user name or the name of the town. Please take something that nobody knows about you.',
      'as-before': 'This is the one-time password. Please choose one of your own.',
      unlike: 'The two entries differ. Please enter the same password twice.',
    },
    wait: seconds => `There were several attempts in a row. Please wait ${seconds} seconds and then try again.`,
    demoTitle: 'Accounts of the demo town',
    demoHint: 'These people are invented. You can sign in with any of these accounts.',
    refusedTitle: 'This sign-in has ended',
    trainingTitle: 'TRAINING TOWN',
    training: 'All people and cases are invented, and nothing goes out. Do not enter a password of your own but one for practice.',
    expired: 'The sign-in took too long or went on in another window. Please begin it again in Rathaus Desk.',
    unexpected: 'The sign-in could not go on. Please begin it again in Rathaus Desk.',
  },
}
