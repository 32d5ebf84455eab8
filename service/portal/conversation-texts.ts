import type { ConversationState } from '../../shared/domains/messages/conversation-tables.ts'
import type { Language } from './texts.ts'

const GERMAN = {
  linkHere: 'Eine Nachricht an die Stadt schreiben',
  title: 'Nachricht an die Stadt',
  intro: 'Eine Frage, ein Hinweis, eine Bitte: Schreiben Sie uns. Für einen Antrag gibt es eigene Formulare.',
  emergency: 'In Notfällen rufen Sie bitte 112 oder 110 an. Nachrichten liest niemand rund um die Uhr.',
  none: 'Zurzeit nehmen wir hier keine Nachrichten an. Bitte rufen Sie uns an.',
  about: 'Worum geht es?',
  topic: 'Thema',
  topicMissing: 'Bitte wählen Sie ein Thema.',
  subject: 'Betreff',
  subjectHelp: 'In wenigen Worten, zum Beispiel: Laterne in der Bismarckstraße',
  subjectMissing: 'Bitte schreiben Sie einen Betreff.',
  text: 'Ihre Nachricht',
  textHelp: 'Schreiben Sie nur, was wir wissen müssen; keine Passwörter, keine Gesundheitsdaten.',
  textMissing: 'Bitte schreiben Sie Ihre Nachricht.',
  files: 'Dateien',
  you: 'Wie wir Ihnen antworten',
  name: 'Name',
  nameMissing: 'Bitte geben Sie Ihren Namen an.',
  email: 'E-Mail',
  emailHelp: 'Wir schreiben Ihnen dorthin nur, dass eine Antwort bereitliegt. Ohne E-Mail merken Sie sich bitte die nächste Seite.',
  emailWrong: 'Diese E-Mail-Adresse stimmt nicht.',
  phone: 'Telefon',
  send: 'Nachricht absenden',
  notSent: 'Ihre Nachricht ist noch nicht abgeschickt',
  tooMany: 'Von Ihrem Anschluss kamen in kurzer Zeit sehr viele Nachrichten. Bitte senden Sie diese in etwa {minutes} Minuten noch einmal, oder rufen Sie uns an.',
  yours: 'Ihre Nachricht',
  received: 'Ihre Nachricht ist angekommen.',
  receivedHelp: 'Merken Sie sich diese Seite: Hier steht unsere Antwort, und hier schreiben Sie weiter. Wer den Link hat, kann alles lesen.',
  replied: 'Ihre Nachricht ist angekommen.',
  answerBy: 'Antwort bis',
  begun: 'Geschrieben am',
  fromTown: 'Ihre Stadtverwaltung',
  fromYou: 'Sie',
  automatic: 'Automatische Antwort',
  goOn: 'Weiter schreiben',
  goOnClosed: 'Die Sache ist für uns erledigt. Schreiben Sie weiter, dann lesen wir sie wieder.',
} as const

type Texts = Readonly<Record<keyof typeof GERMAN, string>>

const ENGLISH: Texts = {
  linkHere: 'Write a message to the town',
  title: 'Message to the town',
  intro: 'A question, a hint, a request: write to us. For applications there are forms of their own.',
  emergency: 'In an emergency please call 112 or 110. Nobody reads messages around the clock.',
  none: 'We take no messages here at present. Please call us.',
  about: 'What is it about?',
  topic: 'Topic',
  topicMissing: 'Please choose a topic.',
  subject: 'Subject',
  subjectHelp: 'In a few words, for example: street lamp in Bismarckstraße',
  subjectMissing: 'Please write a subject.',
  text: 'Your message',
  textHelp: 'Write only what we need to know; no passwords, nothing about your health.',
  textMissing: 'Please write your message.',
  files: 'Files',
  you: 'How we answer you',
  name: 'Name',
  nameMissing: 'Please give your name.',
  email: 'E-mail',
  emailHelp: 'We only write there that an answer is waiting. Without e-mail please keep the next page.',
  emailWrong: 'This e-mail address is not right.',
  phone: 'Telephone',
  send: 'Send message',
  notSent: 'Your message has not been sent yet',
  tooMany: 'Very many messages came from your connection in a short time. Please send this one again in about {minutes} minutes, or call us.',
  yours: 'Your message',
  received: 'Your message has arrived.',
  receivedHelp: 'Keep this page: our answer will be here, and here you can go on writing. Whoever has the link can read everything.',
  replied: 'Your message has arrived.',
  answerBy: 'Answer by',
  begun: 'Written on',
  fromTown: 'Your town hall',
  fromYou: 'You',
  automatic: 'Automatic answer',
  goOn: 'Go on writing',
  goOnClosed: 'The matter is settled for us. Write again and we will read it.',
}

export const CONVERSATION_TEXTS: Readonly<Record<Language, Texts>> = { de: GERMAN, en: ENGLISH }

/** Said to whoever writes too often; what they typed stands below it. */
export const tooManyIn = (language: Language, seconds: number): string => CONVERSATION_TEXTS[language].tooMany.replace('{minutes}', String(Math.max(1, Math.ceil(seconds / 60))))

/** Who has it in hand is the town's own business. */
export const CONVERSATION_STATUS: Readonly<Record<ConversationState, Readonly<Record<Language, string>>>> = {
  new: { de: 'angekommen', en: 'arrived' },
  open: { de: 'in Bearbeitung', en: 'being worked on' },
  answered: { de: 'beantwortet', en: 'answered' },
  closed: { de: 'erledigt', en: 'settled' },
}
