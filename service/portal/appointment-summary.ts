import type { Booking } from '../../shared/wire/booking.ts'
import { spanIn } from '../delivery/when.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { attributes, html, type Html } from './html.ts'
import type { Language } from './texts.ts'

/** Places and services have German words alone; screen readers are told. */
export const inGerman = (language: Language): Html => attributes({ lang: language === 'de' ? null : 'de' })

/** What an appointment is about, one matter after the other. */
export const purposeOf = ({ services, persons }: { readonly services: readonly { readonly title: string }[]; readonly persons: number }, language: Language): Html =>
  html`<span${inGerman(language)}>${services.map(({ title }) => title).join(', ')}</span>${persons > 1 ? ` (${persons} ${APPOINTMENT_TEXTS[language].personsShort})` : ''}`

/** When, where, what for and for whom. */
export function bookingSummary(booking: Booking, language: Language): Html {
  const texts = APPOINTMENT_TEXTS[language]
  const { place, startsAt, endsAt, name } = booking
  return html`<dl><dt>${texts.when}</dt><dd><strong>${spanIn(language, startsAt, endsAt)}</strong></dd>
<dt>${texts.place}</dt><dd${inGerman(language)}>${place.name}${place.address && html`<br>${place.address}`}</dd>
<dt>${texts.purpose}</dt><dd>${purposeOf(booking, language)}</dd>${name && html`<dt>${texts.nameShort}</dt><dd>${name}</dd>`}</dl>\n`
}
