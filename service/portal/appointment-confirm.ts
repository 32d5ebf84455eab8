import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Refusal } from '../../shared/result.ts'
import { cut } from '../../shared/text.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { Booking, WhoComes } from '../../shared/wire/booking.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send, textIn } from './answers.ts'
import { SECOND_FAILED } from './appointment-booking-page.ts'
import { DETAILS, detailsPage, type Detail, type DetailsView } from './appointment-details-page.ts'
import { showTimes } from './appointment-new-routes.ts'
import { problemOf, type AppointmentPageParts } from './appointment-parts.ts'
import { secondIn } from './appointment-second.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { inLanguage } from './layout.ts'
import { written } from './posted.ts'
import type { Language } from './texts.ts'

/** Takes who comes, and shows beside each field what is wrong with it. */
export async function confirm(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, booking: Booking): Promise<FastifyReply> {
  const language = languageOf(request)
  const typed = typedIn(postedForm(request))
  const email = typed.email.trim()
  const isEmailWrong = email !== '' && !z.email().max(254).safeParse(email).success
  const second = await secondIn(parts, request)
  if (isEmailWrong) return showDetails(parts, request, reply, { booking, second, typed, problems: new Map([['email', APPOINTMENT_TEXTS[language].emailWrong]]), general: null })
  const who: WhoComes = { name: typed.name, email: email || null, phone: typed.phone, note: typed.note }
  const booked = await parts.booking.confirm(booking.link, who)
  if (booked.ok) return seeOther(reply, inLanguage(`/portal/appointments/${booking.link}?done=booked${await alsoBooked(parts, second, who)}`, language))
  return refused(parts, request, reply, { booking, second, typed, refusal: booked.error })
}

/** The first one stands whatever becomes of the second. */
async function alsoBooked({ booking }: AppointmentPageParts, second: Booking | null, who: WhoComes): Promise<string> {
  if (!second) return ''
  const booked = await booking.confirm(second.link, who)
  return `&second=${booked.ok ? second.link : SECOND_FAILED}`
}

const LENGTHS: Readonly<Record<Detail, number>> = { name: 120, email: 255, phone: 40, note: 1_000 }

const typedIn = (posted: FormData): DetailsView['typed'] =>
  Object.fromEntries(DETAILS.map(detail => [detail, cut(written(textIn(posted, detail)), LENGTHS[detail])])) as Record<Detail, string>

type Details = Omit<DetailsView, 'isOver'>

function showDetails(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, view: Details): FastifyReply {
  const { heldUntil } = view.booking
  const isOver = heldUntil === null || heldUntil <= instantFromMs(parts.clock.nowMs())
  return send(reply, 422, detailsPage(frameOf(parts, request), { ...view, isOver }))
}

interface Refused {
  readonly booking: Booking
  readonly second: Booking | null
  readonly typed: DetailsView['typed']
  readonly refusal: Refusal
}

/** Where the time is gone, others are shown. */
const TIME_IS_GONE: readonly ErrorCode[] = ['appointments/hold-expired', 'appointments/slot-taken', 'appointments/closed-then', 'appointments/no-such-service', 'appointments/no-such-place']

async function refused(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, { booking, second, typed, refusal }: Refused): Promise<FastifyReply> {
  const language = languageOf(request)
  if (refusal.code === 'appointments/wrong-status') return seeOther(reply, inLanguage(`/portal/appointments/${booking.link}`, language))
  if (TIME_IS_GONE.includes(refusal.code)) return showOtherTimes(parts, request, reply, { booking, refusal })
  const problem = fieldProblem(refusal.code, language)
  const general = problem ? null : problemOf(refusal, language).text
  return showDetails(parts, request, reply, { booking, second, typed, problems: new Map(problem ? [problem] : []), general })
}

function fieldProblem(code: ErrorCode, language: Language): readonly [Detail, string] | null {
  const texts = APPOINTMENT_TEXTS[language]
  if (code === 'appointments/name-missing') return ['name', texts.nameMissing]
  return code === 'appointments/contact-missing' ? ['email', texts.contactMissing] : null
}

async function showOtherTimes(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, { booking, refusal }: Omit<Refused, 'typed' | 'second'>): Promise<FastifyReply> {
  const place = (await parts.booking.places()).find(({ id }) => id === booking.place.id)
  if (!place) return notFound(parts, request, reply)
  const choice = { serviceIds: booking.services.map(({ id }) => id), persons: booking.persons, from: null, key: null }
  return showTimes(parts, request, reply, { place, choice, refusal })
}
