import type { Notice, Sender } from '../../../delivery/email.ts'

interface EmailParts {
  readonly sender: Sender
  readonly messageId: string
  readonly link: string
}

const CONFIRM = {
  de: {
    subject: 'Bitte bestätigen: Bescheide ins Postfach',
    lines: ['Guten Tag,', 'jemand hat diese Adresse eingetragen, um Bescheide der Stadt in ein Postfach zu bekommen statt mit der Post.', 'Möchten Sie das? Dann öffnen Sie diese Seite und bestätigen Sie es dort:'],
    after: ['Der Link gilt 24 Stunden.', 'Haben Sie sich nicht eingetragen? Dann müssen Sie nichts tun: Alles bleibt, wie es ist, und wir löschen die Adresse.'],
  },
  en: {
    subject: 'Please confirm: notices in a mailbox',
    lines: ['Hello,', 'somebody has entered this address to get notices of the town in a mailbox instead of by post.', 'Do you want that? Then open this page and confirm it there:'],
    after: ['The link is valid for 24 hours.', 'Was it not you? Then there is nothing to do: everything stays as it is, and we delete the address.'],
  },
} as const

/** The town's words alone: whoever types a stranger's address cannot tell them anything. */
export function confirmingEmail(language: 'de' | 'en', { sender, messageId, link }: EmailParts): Notice {
  const { subject, lines, after } = CONFIRM[language]
  return { messageId, subject: `${subject} – ${sender.townName}`, text: [...lines, link, ...after, sender.townName, ''].join('\n\n') }
}

/** That something is waiting, and where. Not what it is, not for whom, not how much. */
export const waitingEmail = ({ sender, messageId, link }: EmailParts): Notice => ({
  messageId,
  subject: `In Ihrem Postfach liegt etwas für Sie bereit – ${sender.townName}`,
  text: [
    'Guten Tag,', 'in Ihrem Postfach liegt etwas Neues für Sie bereit:', link, 'Bitte sehen Sie bald nach: Es können Fristen laufen.',
    'Aus Gründen des Datenschutzes steht der Inhalt nicht in dieser E-Mail. Geben Sie den Link nicht weiter: Er öffnet Ihr Postfach.', sender.townName,
    '--', 'Something new is waiting for you in your mailbox (link above). Please look soon: periods may be running. For your privacy its contents are not part of this e-mail.', '',
  ].join('\n\n'),
})
