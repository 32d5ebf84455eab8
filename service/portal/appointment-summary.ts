import type { Booking } from '../../shared/wire/booking.ts'
import { spanIn } from '../domains/appointments/mail/when.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { html, type Html } from './html.ts'
import type { Language } from './texts.ts'

/** What an appointment is about: words for people, one after the other. */
export const purposeText = ({ services, persons }: { readonly services: readonly { readonly title: string }[]; readonly persons: number }, language: Language): string =>
  `${services.map(({ title }) => title).join(', ')}${persons > 1 ? ` (${persons} ${APPOINTMENT_TEXTS[language].personsShort})` : ''}`

/** When, where, what for and for whom. */
export function bookingSummary(booking: Booking, language: Language): Html {
  const texts = APPOINTMENT_TEXTS[language]
  const { place, startsAt, endsAt, name } = booking
  return html`<dl><dt>${texts.when}</dt><dd><strong>${spanIn(language, startsAt, endsAt)}</strong></dd>
<dt>${texts.place}</dt><dd>${place.name}${place.address && html`<br>${place.address}`}</dd>
<dt>${texts.purpose}</dt><dd>${purposeText(booking, language)}</dd>${name && html`<dt>${texts.nameShort}</dt><dd>${name}</dd>`}</dl>\n`
}
