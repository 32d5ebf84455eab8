import { writeCalendar } from '../../../../shared/formats/icalendar.ts'
import type { Notice } from '../../../delivery/email.ts'
import { bringOutside, changeableUntil, purposeOf, whereaboutsOf } from './appointment-facts.ts'
import { calendarEntryOf, type CalendarEntryParts } from './calendar-entry.ts'
import type { Told } from './jobs.ts'
import { momentIn, spanIn } from '../../../delivery/when.ts'

export interface NoticeParts extends CalendarEntryParts {
  readonly messageId: string
  /** Where another appointment is booked. */
  readonly bookingUrl: string
}

const SAID: Readonly<Record<Told, { readonly subject: string; readonly german: string; readonly english: string }>> = {
  confirmed: { subject: 'Ihr Termin', german: 'Ihr Termin ist gebucht.', english: 'Your appointment is booked.' },
  moved: { subject: 'Verschoben: Ihr Termin', german: 'Ihr Termin ist verschoben. Jetzt gilt:', english: 'Your appointment was moved. The new time is:' },
  cancelled: { subject: 'Abgesagt: Ihr Termin', german: 'Ihr Termin ist abgesagt. Bitte kommen Sie nicht.', english: 'Your appointment was cancelled. Please do not come.' },
  reminder: { subject: 'Erinnerung: Ihr Termin', german: 'wir erinnern Sie an Ihren Termin.', english: 'This is a reminder of your appointment.' },
}

/**
 * What the e-mail about an appointment says. Never who comes, nor what was noted: the address may be mistyped, and nobody
 * shall send words of their own to a stranger in the town's name.
 */
export function appointmentNotice(what: Told, parts: NoticeParts): Notice {
  const { messageId, sender, appointment } = parts
  const subject = `${SAID[what].subject} am ${momentIn('de', appointment.startsAt)} – ${sender.townName}`
  const text = [...germanPart(what, parts), '', '--', '', ...englishPart(what, parts), ''].join('\n')
  return { messageId, subject, text, ...(what === 'reminder' ? {} : { calendar: calendarPart(what, parts) }) }
}

/** A reminder has none: whoever keeps a calendar has the entry, or took it out. */
function calendarPart(what: Exclude<Told, 'reminder'>, parts: NoticeParts): NonNullable<Notice['calendar']> {
  const method = what === 'cancelled' ? 'cancel' : 'request'
  return { method, content: writeCalendar([calendarEntryOf(parts)], { method, name: '' }) }
}

function germanPart(what: Told, parts: NoticeParts): readonly string[] {
  const { appointment: { startsAt, endsAt }, place, sender } = parts
  return [
    'Guten Tag,', '', SAID[what].german, '',
    `Wann: ${spanIn('de', startsAt, endsAt)}`,
    `Wo: ${whereaboutsOf(place)}`,
    `Wofür: ${purposeOf(parts, 'Personen')}`,
    ...(what === 'cancelled' ? anotherOne(parts) : [...paragraph(bringOutside(parts)), ...section('So finden Sie zu uns:', place.directions.trim()), ...ownLink(parts)]),
    '', 'Bitte antworten Sie nicht auf diese E-Mail.', '', sender.townName,
  ]
}

const paragraph = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? ['', ...lines] : [])
const section = (title: string, text: string): readonly string[] => (text ? paragraph([title, text]) : [])

function ownLink(parts: NoticeParts): readonly string[] {
  const until = changeableUntil(parts)
  return section(until > parts.now ? `Ändern oder absagen können Sie den Termin bis ${momentIn('de', until)}:` : 'Ihr Termin im Internet:', parts.link)
}

const anotherOne = ({ services, bookingUrl }: NoticeParts): readonly string[] =>
  (services.some(({ isPublic }) => isPublic) ? section('Einen neuen Termin buchen Sie hier:', bookingUrl) : [])

function englishPart(what: Told, parts: NoticeParts): readonly string[] {
  const { appointment: { startsAt, endsAt }, place } = parts
  return [
    SAID[what].english, `${spanIn('en', startsAt, endsAt)}, ${whereaboutsOf(place)}`,
    ...(what !== 'cancelled' && changeableUntil(parts) > parts.now ? ['Use the link above to change or cancel it.'] : []),
  ]
}
