import type { ApplicationStatus } from '../../shared/domains/applications/tables.ts'
import type { ErrorCode } from '../../shared/errors.ts'

export type Language = 'de' | 'en'

const GERMAN = {
  skip: 'Zum Inhalt',
  otherLanguage: 'English',
  demo: 'Vorführung: Diese Seiten stehen für das Bürgerportal. Bitte geben Sie nichts Echtes ein.',
  services: 'Online-Anträge',
  servicesIntro: 'Welche Leistung möchten Sie beantragen?',
  otherServices: 'Weitere Leistungen',
  back: 'Alle Leistungen',
  optional: '(freiwillig)',
  choose: 'Bitte wählen',
  yes: 'Ja',
  no: 'Nein',
  files: 'Unterlagen',
  filesHelp: 'PDF, Bild (PNG, JPEG, WebP, TIFF) oder Text; höchstens 20 Dateien mit je 25 MB.',
  filesAgain: 'Bitte wählen Sie Ihre Dateien noch einmal aus; der Browser merkt sie sich nicht.',
  documents: 'Das brauchen Sie',
  fees: 'Das kostet es',
  noFee: 'kostenlos',
  contact: 'Wen Sie fragen können',
  contactName: 'Ansprechstelle',
  telephone: 'Telefon',
  email: 'E-Mail',
  room: 'Zimmer',
  submit: 'Antrag abschicken',
  problemsTitle: 'Ihr Antrag ist noch nicht abgeschickt',
  problemsIntro: 'Bitte bessern Sie diese Stellen nach:',
  error: 'Fehler',
  withdrawnTitle: 'Diese Leistung wird nicht mehr angeboten',
  withdrawn: 'Neue Anträge sind nicht mehr möglich. Haben Sie schon einen gestellt, wird er weiter bearbeitet; Nachrichten finden Sie in Ihrem Postfach.',
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFound: 'Bitte prüfen Sie den Link. Er muss vollständig sein, so wie er in der E-Mail oder auf der Bestätigung steht.',
  mailbox: 'Ihr Postfach',
  received: 'Ihr Antrag ist eingegangen.',
  receivedHelp: 'Merken Sie sich diese Seite: Hier finden Sie alle Nachrichten zu Ihrem Antrag.',
  reference: 'Aktenzeichen',
  matter: 'Antrag',
  state: 'Stand',
  messages: 'Nachrichten',
  from: 'Von',
  town: 'Ihrer Stadtverwaltung',
  you: 'Ihnen',
  unread: 'Neu',
  open: 'Nachricht lesen',
  openedAt: 'Geöffnet am',
  reply: 'Nachricht schreiben',
  replyLabel: 'Ihre Nachricht an die Stadtverwaltung',
  send: 'Absenden',
  sent: 'Ihre Nachricht ist angekommen.',
} as const

type Texts = Readonly<Record<keyof typeof GERMAN, string>>

const ENGLISH: Texts = {
  skip: 'Skip to content',
  otherLanguage: 'Deutsch',
  demo: 'Demonstration: these pages stand in for the citizens’ portal. Please enter nothing real.',
  services: 'Online applications',
  servicesIntro: 'What would you like to apply for?',
  otherServices: 'More services',
  back: 'All services',
  optional: '(optional)',
  choose: 'Please choose',
  yes: 'Yes',
  no: 'No',
  files: 'Documents',
  filesHelp: 'PDF, picture (PNG, JPEG, WebP, TIFF) or text; at most 20 files of 25 MB each.',
  filesAgain: 'Please choose your files again; the browser does not keep them.',
  documents: 'What you need',
  fees: 'What it costs',
  noFee: 'free of charge',
  contact: 'Whom to ask',
  contactName: 'Contact',
  telephone: 'Telephone',
  email: 'E-mail',
  room: 'Room',
  submit: 'Submit application',
  problemsTitle: 'Your application has not been submitted yet',
  problemsIntro: 'Please correct the following:',
  error: 'Error',
  withdrawnTitle: 'This service is no longer offered',
  withdrawn: 'New applications are not possible any more. If you have made one already, it goes on; messages are in your mailbox.',
  notFoundTitle: 'There is no such page',
  notFound: 'Please check the link. It must be complete, as in the e-mail or on the confirmation.',
  mailbox: 'Your mailbox',
  received: 'Your application has been received.',
  receivedHelp: 'Keep this page: all messages about your application will be here.',
  reference: 'Reference',
  matter: 'Application',
  state: 'Status',
  messages: 'Messages',
  from: 'From',
  town: 'your town hall',
  you: 'you',
  unread: 'New',
  open: 'Read message',
  openedAt: 'Opened on',
  reply: 'Write a message',
  replyLabel: 'Your message to the town hall',
  send: 'Send',
  sent: 'Your message has arrived.',
}

export const TEXTS: Readonly<Record<Language, Texts>> = { de: GERMAN, en: ENGLISH }

/** Citizens are told less than clerks: a proposal is still work in progress. */
export const STATUS_TEXTS: Readonly<Record<ApplicationStatus, Readonly<Record<Language, string>>>> = {
  received: { de: 'eingegangen', en: 'received' },
  'in-progress': { de: 'in Bearbeitung', en: 'being worked on' },
  proposed: { de: 'in Bearbeitung', en: 'being worked on' },
  decided: { de: 'entschieden', en: 'decided' },
  closed: { de: 'ohne Entscheidung beendet', en: 'ended without a decision' },
}

type Facts = Readonly<Record<string, string | number>>

/** What a citizen is told about a refusal that belongs to no single field. */
export function refusalText(code: ErrorCode, facts: Facts, language: Language): string {
  const file = facts.filename ? `„${facts.filename}“` : ''
  const texts: Partial<Record<ErrorCode, Readonly<Record<Language, string>>>> = {
    'intake/wrong-form-version': {
      de: `Das Formular wurde inzwischen geändert (${facts.field}). Bitte prüfen Sie Ihre Angaben und schicken Sie es noch einmal ab.`,
      en: `The form has been changed meanwhile (${facts.field}). Please check your answers and submit it again.`,
    },
    'intake/service-withdrawn': {
      de: 'Die Stadt bietet diese Leistung nicht mehr an; der Antrag wurde nicht angenommen.',
      en: 'The town no longer offers this service; the application was not accepted.',
    },
    'intake/attachment-too-large': { de: `Die Datei ${file} ist zu groß.`, en: `The file ${file} is too large.` },
    'intake/attachment-forbidden': {
      de: `Die Datei ${file} kann nicht angenommen werden. Bitte senden Sie ein PDF oder ein Bild.`,
      en: `The file ${file} cannot be accepted. Please send a PDF or a picture.`,
    },
    'intake/attachment-broken': { de: `Die Datei ${file} ist leer oder beschädigt.`, en: `The file ${file} is empty or damaged.` },
    'intake/too-many-attachments': {
      de: 'Es sind zu viele Dateien, oder sie sind zusammen zu groß.', en: 'There are too many files, or together they are too large.',
    },
    'intake/key-reused': {
      de: 'Dieses Formular wurde schon abgeschickt. Öffnen Sie die Leistung neu, um noch einen Antrag zu stellen.',
      en: 'This form has been submitted already. Open the service again to make another application.',
    },
    'messages/empty': { de: 'Bitte schreiben Sie einen Text.', en: 'Please write a text.' },
  }
  return (texts[code] ?? { de: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.', en: 'That did not work. Please try again.' })[language]
}
