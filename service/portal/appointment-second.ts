import type { FastifyReply, FastifyRequest } from 'fastify'
import { followUpAfter, type FollowUpWindow } from '../../shared/domains/appointments/follow-up.ts'
import { ERRORS } from '../../shared/errors.ts'
import { germanDay } from '../../shared/german-days.ts'
import type { Refusal } from '../../shared/result.ts'
import { HoldAsked, type Booking } from '../../shared/wire/booking.ts'
import { frameOf, languageOf, postedForm, seeOther, send } from './answers.ts'
import { choiceIn } from './appointment-choice.ts'
import { daysWithin, problemOf, type AppointmentPageParts } from './appointment-parts.ts'
import { bookingSummary } from './appointment-summary.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { timesPage } from './appointment-times-page.ts'
import { html } from './html.ts'
import { inLanguage } from './layout.ts'

const addressOf = ({ link }: Booking): string => `/portal/appointments/${link}`

/** Where the details are asked for, of both appointments where there are two. */
export const detailsAddress = (booking: Booking, second: Booking | null): string => `${addressOf(booking)}${second ? `?second=${second.link}` : ''}`

/** On which days a second appointment belongs to one that is kept; null where none does. */
async function windowAfter({ booking }: AppointmentPageParts, { place: { id }, services, startsAt }: Booking): Promise<FollowUpWindow | null> {
  const place = (await booking.places()).find(one => one.id === id)
  return place ? followUpAfter(place.services.filter(service => services.some(one => one.id === service.id)), startsAt) : null
}

interface Choosing {
  readonly booking: Booking
  /** Why another time could not be had. */
  readonly refusal: Refusal | null
}

/** The times at which a second appointment belongs to the first, which is kept meanwhile; whoever wants none goes on. */
export async function showSecondTimes(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, { booking, refusal }: Choosing): Promise<FastifyReply> {
  const frame = frameOf(parts, request)
  const { language } = frame
  const texts = APPOINTMENT_TEXTS[language]
  const onward = inLanguage(addressOf(booking), language)
  const window = booking.status === 'held' ? await windowAfter(parts, booking) : null
  if (!window) return seeOther(reply, onward)
  const { from, key } = choiceIn(request)
  const asked = { placeId: booking.place.id, serviceIds: [window.serviceId], persons: booking.persons }
  const days = await daysWithin(parts, window, from, when => parts.booking.times({ ...asked, ...when }))
  if (!days.ok) return seeOther(reply, onward)
  return send(reply, refusal ? ERRORS[refusal.code].status : 200, timesPage(frame, {
    ...days.value, title: texts.second, intro: texts.secondIntro, address: `${addressOf(booking)}/second?key=${key ?? parts.newKey()}`, problem: refusal && problemOf(refusal, language),
    about: html`<p>${texts.firstKept}:</p>\n${bookingSummary(booking, language)}<p><a href="${onward}">${texts.withoutSecond}</a></p>\n`,
  }))
}

/** Keeps the second time too; both are confirmed together. */
export async function holdSecond(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, booking: Booking): Promise<FastifyReply> {
  const window = booking.status === 'held' ? await windowAfter(parts, booking) : null
  if (!window) return seeOther(reply, inLanguage(addressOf(booking), languageOf(request)))
  const asked = HoldAsked.safeParse({
    key: choiceIn(request).key ?? parts.newKey(), placeId: booking.place.id, serviceIds: [window.serviceId], persons: booking.persons, startsAt: postedForm(request).get('startsAt'),
  })
  if (!asked.success || !isWithin(window, germanDay(asked.data.startsAt))) return showSecondTimes(parts, request, reply, { booking, refusal: null })
  const held = await parts.booking.hold(asked.data, request.ip)
  if (!held.ok) return showSecondTimes(parts, request, reply, { booking, refusal: held.error })
  return seeOther(reply, inLanguage(detailsAddress(booking, held.value), languageOf(request)))
}

const isWithin = ({ fromDay, toDay }: FollowUpWindow, day: string): boolean => fromDay <= day && day <= toDay

/** The second appointment that the address names, as far as there is one. */
export async function secondIn({ booking }: AppointmentPageParts, request: FastifyRequest): Promise<Booking | null> {
  const { second } = request.query as { readonly second?: unknown }
  if (typeof second !== 'string') return null
  const found = await booking.read(second)
  return found.ok ? found.value : null
}
