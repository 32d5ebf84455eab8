import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS, type ErrorCode } from '../../shared/errors.ts'
import type { Refusal } from '../../shared/result.ts'
import { instantFromMs, Instant } from '../../shared/time.ts'
import type { Booking } from '../../shared/wire/booking.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send } from './answers.ts'
import { bookingPage, cancelPage, SECOND_FAILED, type BookingView } from './appointment-booking-page.ts'
import { choiceIn, timesAddress } from './appointment-choice.ts'
import { confirm } from './appointment-confirm.ts'
import { detailsPage, goneText, NOTHING_TYPED } from './appointment-details-page.ts'
import { daysFrom, problemOf, type AppointmentPageParts } from './appointment-parts.ts'
import { holdSecond, secondIn, showSecondTimes } from './appointment-second.ts'
import { bookingSummary } from './appointment-summary.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { timesPage } from './appointment-times-page.ts'
import { html } from './html.ts'
import { inLanguage, page } from './layout.ts'

interface LinkParams {
  readonly link: string
}

export type LinkRequest = FastifyRequest<{ Params: LinkParams }>

type Show = (booking: Booking) => FastifyReply | Promise<FastifyReply>

/** Everything that whoever has the link of an appointment can see and do. */
export function linkRoutes(portal: FastifyInstance, parts: AppointmentPageParts): void {
  const withBooking = async (request: LinkRequest, reply: FastifyReply, show: Show): Promise<FastifyReply> => {
    const found = await parts.booking.read(request.params.link)
    return found.ok ? show(found.value) : notThere(parts, request, reply, found.error)
  }
  const address = '/portal/appointments/:link'
  portal.get<{ Params: LinkParams }>(address, (request, reply) => withBooking(request, reply, booking => showBooking(parts, request, reply, { booking, problem: null })))
  portal.post<{ Params: LinkParams }>(address, (request, reply) => withBooking(request, reply, booking => confirm(parts, request, reply, booking)))
  portal.post<{ Params: LinkParams }>(`${address}/release`, (request, reply) => withBooking(request, reply, booking => release(parts, request, reply, booking)))
  portal.get<{ Params: LinkParams }>(`${address}/second`, (request, reply) => withBooking(request, reply, booking => showSecondTimes(parts, request, reply, { booking, refusal: null })))
  portal.post<{ Params: LinkParams }>(`${address}/second`, (request, reply) => withBooking(request, reply, booking => holdSecond(parts, request, reply, booking)))
  portal.get<{ Params: LinkParams }>(`${address}/times`, (request, reply) => withBooking(request, reply, booking => showTimesToMove(parts, request, reply, { booking, refusal: null })))
  portal.post<{ Params: LinkParams }>(`${address}/times`, (request, reply) => withBooking(request, reply, booking => move(parts, request, reply, booking)))
  portal.get<{ Params: LinkParams }>(`${address}/cancellation`, (request, reply) => withBooking(request, reply, booking =>
    (booking.status === 'booked' ? send(reply, 200, cancelPage(frameOf(parts, request), booking)) : backToBooking(request, reply, booking))))
  portal.post<{ Params: LinkParams }>(`${address}/cancellation`, (request, reply) => withBooking(request, reply, booking => cancel(parts, request, reply, booking)))
  portal.get<{ Params: LinkParams }>(`${address}/calendar.ics`, (request, reply) => withBooking(request, reply, booking => sendCalendar(parts, request, reply, booking)))
}

const backToBooking = (request: FastifyRequest, reply: FastifyReply, { link }: Booking, done?: BookingView['notice']): FastifyReply =>
  seeOther(reply, inLanguage(`/portal/appointments/${link}${done ? `?done=${done}` : ''}`, languageOf(request)))

function notThere(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, { code }: Refusal): FastifyReply {
  if (code !== 'appointments/hold-expired') return notFound(parts, request, reply)
  const frame = frameOf(parts, request)
  const { title, contents } = goneText(frame.language)
  return send(reply, 410, page({ ...frame, path: '/portal/appointments' }, title, contents))
}

interface Showing {
  readonly booking: Booking
  readonly problem: Refusal | null
}

async function showBooking(parts: AppointmentPageParts, request: LinkRequest, reply: FastifyReply, { booking, problem }: Showing): Promise<FastifyReply> {
  const frame = frameOf(parts, request)
  const now = instantFromMs(parts.clock.nowMs())
  if (booking.status === 'held') {
    const isOver = booking.heldUntil === null || booking.heldUntil <= now
    return send(reply, 200, detailsPage(frame, { booking, second: await secondIn(parts, request), typed: NOTHING_TYPED, problems: new Map(), general: null, isOver }))
  }
  const { done, second } = request.query as { readonly done?: unknown; readonly second?: unknown }
  const notice = done === 'booked' || done === 'moved' ? done : null
  const view: BookingView = { booking, second: second === SECOND_FAILED ? SECOND_FAILED : await secondIn(parts, request), notice, canChange: now <= booking.changeUntil, problem: problem && problemOf(problem, frame.language).text }
  return send(reply, problem ? ERRORS[problem.code].status : 200, bookingPage({ ...frame, path: `/portal/appointments/${booking.link}` }, view))
}

/** Gives the time back and shows the others for the same matter. */
async function release(parts: AppointmentPageParts, request: LinkRequest, reply: FastifyReply, booking: Booking): Promise<FastifyReply> {
  if (booking.status !== 'held') return backToBooking(request, reply, booking)
  const second = await secondIn(parts, request)
  for (const { link, status } of [booking, ...(second ? [second] : [])]) if (status === 'held') await parts.booking.cancel(link)
  const choice = { serviceIds: booking.services.map(({ id }) => id), persons: booking.persons }
  return seeOther(reply, inLanguage(timesAddress(booking.place.id, choice, parts.newKey()), languageOf(request)))
}

interface Moving {
  readonly booking: Booking
  readonly refusal: Refusal | null
}

async function showTimesToMove(parts: AppointmentPageParts, request: LinkRequest, reply: FastifyReply, { booking, refusal }: Moving): Promise<FastifyReply> {
  if (booking.status !== 'booked') return backToBooking(request, reply, booking)
  const frame = frameOf(parts, request)
  const { language } = frame
  const texts = APPOINTMENT_TEXTS[language]
  const days = await daysFrom(parts, choiceIn(request).from, when => parts.booking.timesToMove(booking.link, when))
  if (!days.ok) return showBooking(parts, request, reply, { booking, problem: days.error })
  return send(reply, refusal ? ERRORS[refusal.code].status : 200, timesPage(frame, {
    ...days.value, title: texts.moveTimes, intro: texts.moveIntro, about: html`<p>${texts.present}:</p>\n${bookingSummary(booking, language)}`,
    address: `/portal/appointments/${booking.link}/times`, problem: refusal && problemOf(refusal, language),
  }))
}

/** Where the appointment itself can no longer be changed, no other time helps. */
const NO_LONGER: readonly ErrorCode[] = ['appointments/too-late-to-change', 'appointments/no-such-service', 'appointments/no-such-place']

async function move(parts: AppointmentPageParts, request: LinkRequest, reply: FastifyReply, booking: Booking): Promise<FastifyReply> {
  const startsAt = Instant.safeParse(postedForm(request).get('startsAt'))
  if (!startsAt.success || Number.isNaN(Date.parse(startsAt.data))) return showTimesToMove(parts, request, reply, { booking, refusal: null })
  const moved = await parts.booking.move(booking.link, startsAt.data)
  if (moved.ok) return backToBooking(request, reply, moved.value, 'moved')
  if (moved.error.code === 'appointments/wrong-status') return backToBooking(request, reply, booking)
  return NO_LONGER.includes(moved.error.code)
    ? showBooking(parts, request, reply, { booking, problem: moved.error })
    : showTimesToMove(parts, request, reply, { booking, refusal: moved.error })
}

async function cancel(parts: AppointmentPageParts, request: LinkRequest, reply: FastifyReply, booking: Booking): Promise<FastifyReply> {
  const cancelled = await parts.booking.cancel(booking.link)
  return cancelled.ok || cancelled.error.code === 'appointments/wrong-status'
    ? backToBooking(request, reply, booking)
    : showBooking(parts, request, reply, { booking, problem: cancelled.error })
}

async function sendCalendar(parts: AppointmentPageParts, request: LinkRequest, reply: FastifyReply, { link }: Booking): Promise<FastifyReply> {
  const calendar = await parts.booking.calendar(link)
  if (!calendar.ok) return notThere(parts, request, reply, calendar.error)
  return reply
    .headers({
      'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="termin.ics"', 'cache-control': 'no-store',
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
    })
    .send(calendar.value)
}
