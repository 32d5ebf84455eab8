import type { Times } from '../../../../shared/domains/halls/prices.ts'
import type { Hall } from '../../../../shared/domains/halls/tables.ts'
import type { Notice, Sender } from '../../../delivery/email.ts'
import { spanIn, type Language } from '../../../delivery/when.ts'
import type { Told } from './jobs.ts'

export interface HallNoticeParts {
  readonly hall: Pick<Hall, 'name' | 'locality' | 'address'>
  /** Several for a series. */
  readonly times: readonly Times[]
  readonly sender: Sender
  /** Where the request is seen and withdrawn. */
  readonly link: string
  readonly messageId: string
}

const SAID: Readonly<Record<Told, { readonly subject: string; readonly german: string; readonly further: string; readonly english: string }>> = {
  requested: {
    subject: 'Ihre Anfrage', german: 'Ihre Anfrage ist bei uns angekommen. Das Haus ist damit noch nicht für Sie gebucht: Wir prüfen die Anfrage und geben Ihnen Bescheid.',
    further: 'Stand ansehen oder die Anfrage zurückziehen:', english: 'We have received your request. The house is not booked yet: we will let you know.',
  },
  approved: {
    subject: 'Zugesagt: Ihre Anfrage', german: 'Ihre Anfrage ist genehmigt, das Haus ist für Sie vorgemerkt. Den Mietvertrag schicken wir Ihnen zu.',
    further: 'Stand und Kosten ansehen oder die Anfrage zurückziehen:', english: 'Your request is approved and the house is reserved for you. We will send you the contract.',
  },
  refused: { subject: 'Abgelehnt: Ihre Anfrage', german: 'leider können wir Ihnen das Haus nicht überlassen.', further: 'Den Grund lesen Sie hier:', english: 'We are sorry: we cannot let the house to you.' },
  cancelled: { subject: 'Abgesagt: Ihre Anfrage', german: 'die Buchung ist abgesagt.', further: 'Den Grund lesen Sie hier:', english: 'The booking was cancelled.' },
  corrected: {
    subject: 'Geändert: Ihre Anfrage', german: 'wir haben Angaben zu Ihrer Anfrage geändert, wie besprochen. Jetzt gilt:',
    further: 'Alle Angaben und die Kosten sehen Sie hier. Stimmt etwas nicht, rufen Sie uns bitte an:', english: 'We have changed your request. This is what it says now:',
  },
  withdrawn: { subject: 'Zurückgezogen: Ihre Anfrage', german: 'Ihre Anfrage ist zurückgezogen. Das Haus ist nicht mehr für Sie vorgemerkt.', further: 'Ihre Anfrage im Internet:', english: 'Your request was withdrawn.' },
}

/**
 * What the e-mail about a house says. Never who asked, what for, or why it was refused: the address may be mistyped, and
 * nobody shall send words of their own to a stranger in the town's name.
 */
export function hallNotice(what: Told, { hall, times, sender, link, messageId }: HallNoticeParts): Notice {
  const { subject, german, further, english } = SAID[what]
  const where = [hall.name, hall.address || hall.locality].filter(Boolean).join(', ')
  const text = [
    'Guten Tag,', '', german, '', `Haus: ${where}`, ...whenIn('de', times), '', further, link, '', 'Bitte antworten Sie nicht auf diese E-Mail.', '', sender.townName,
    '', '--', '', english, where, ...whenIn('en', times), 'Use the link above to see what has become of it.', '',
  ].join('\n')
  return { messageId, subject: `${subject} für ${hall.name} – ${sender.townName}`, text }
}

function whenIn(language: Language, times: readonly Times[]): readonly string[] {
  const spans = times.map(({ startsAt, endsAt }) => spanIn(language, startsAt, endsAt))
  const name = language === 'de' ? 'Wann' : 'When'
  return spans.length === 1 ? [`${name}: ${spans.join('')}`] : [`${name} (${spans.length}):`, ...spans.map(span => `- ${span}`)]
}
