import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { followUpAfter } from '../../shared/domains/appointments/follow-up.ts'
import { minutesFor } from '../../shared/domains/appointments/slots.ts'
import { ERRORS, type ErrorCode } from '../../shared/errors.ts'
import type { Refusal } from '../../shared/result.ts'
import { HoldAsked, type BookablePlace } from '../../shared/wire/booking.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send } from './answers.ts'
import { choiceAddress, choiceIn, timesAddress, type Choice } from './appointment-choice.ts'
import { choicePage, placesPage, type ChoiceProblem } from './appointment-choice-page.ts'
import { daysFrom, problemOf, type AppointmentPageParts } from './appointment-parts.ts'
import { inGerman, purposeOf } from './appointment-summary.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { timesPage } from './appointment-times-page.ts'
import { html, type Html } from './html.ts'
import { inLanguage } from './layout.ts'
import type { Language } from './texts.ts'

interface PlaceParams {
  readonly placeId: string
}

type PlaceRequest = FastifyRequest<{ Params: PlaceParams }>

/** From the place over the matter to a time that is kept. */
export function newAppointmentRoutes(portal: FastifyInstance, parts: AppointmentPageParts): void {
  portal.get('/portal/appointments', async (request, reply) => send(reply, 200, placesPage(frameOf(parts, request), await parts.booking.places())))
  portal.get<{ Params: PlaceParams }>('/portal/appointments/places/:placeId', async (request, reply) =>
    atPlace(parts, request, reply, place => showChoice(parts, request, reply, { place, problem: null })))
  portal.get<{ Params: PlaceParams }>('/portal/appointments/places/:placeId/times', async (request, reply) =>
    atPlace(parts, request, reply, place => showTimes(parts, request, reply, { place, choice: choiceIn(request), refusal: null })))
  portal.post<{ Params: PlaceParams }>('/portal/appointments/places/:placeId/times', async (request, reply) =>
    atPlace(parts, request, reply, place => hold(parts, request, reply, place)))
}

async function atPlace(parts: AppointmentPageParts, request: PlaceRequest, reply: FastifyReply, show: (place: BookablePlace) => Promise<FastifyReply>): Promise<FastifyReply> {
  const place = (await parts.booking.places()).find(({ id }) => id === request.params.placeId)
  return place ? show(place) : notFound(parts, request, reply)
}

interface Choosing {
  readonly place: BookablePlace
  readonly problem: ChoiceProblem | null
}

async function showChoice(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, { place, problem }: Choosing): Promise<FastifyReply> {
  const chosen = choiceIn(request)
  return send(reply, problem ? 422 : 200, choicePage(frameOf(parts, request), { place, chosen, key: chosen.key ?? parts.newKey(), problem }))
}

export interface ChoosingTime {
  readonly place: BookablePlace
  readonly choice: Choice
  /** Why another time could not be had. */
  readonly refusal: Refusal | null
}

export async function showTimes(parts: AppointmentPageParts, request: FastifyRequest, reply: FastifyReply, { place, choice, refusal }: ChoosingTime): Promise<FastifyReply> {
  const frame = frameOf(parts, request)
  const { language } = frame
  const texts = APPOINTMENT_TEXTS[language]
  if (choice.serviceIds.length === 0) return showChoice(parts, request, reply, { place, problem: { at: 'what', text: texts.nothingChosen } })
  const asked = { placeId: place.id, serviceIds: [...choice.serviceIds], persons: choice.persons }
  const days = await daysFrom(parts, choice.from, when => parts.booking.times({ ...asked, ...when }))
  if (!days.ok) return showChoice(parts, request, reply, { place, problem: choiceProblem(days.error, language) })
  return send(reply, refusal ? ERRORS[refusal.code].status : 200, timesPage(frame, {
    ...days.value, title: texts.times, intro: texts.timesIntro, about: aboutChoice(place, choice, language),
    address: timesAddress(place.id, choice, choice.key ?? parts.newKey()), problem: refusal && problemOf(refusal, language),
  }))
}

function aboutChoice(place: BookablePlace, choice: Choice, language: Language): Html {
  const texts = APPOINTMENT_TEXTS[language]
  const services = place.services.filter(({ id }) => choice.serviceIds.includes(id))
  return html`<dl><dt>${texts.place}</dt><dd${inGerman(language)}>${place.name}</dd><dt>${texts.purpose}</dt><dd>${purposeOf({ services, persons: choice.persons }, language)}</dd>
<dt>${texts.duration}</dt><dd>${minutesFor(services, choice.persons)} ${texts.minutes}</dd></dl>
<p><a href="${inLanguage(choiceAddress(place.id, choice), language)}">${texts.changeChoice}</a></p>\n`
}

const choiceProblem = (refusal: Refusal, language: Language): ChoiceProblem =>
  ({ at: refusal.code === 'appointments/too-many-persons' ? 'persons' : 'what', text: problemOf(refusal, language).text })

/** Where the choice itself is what cannot be had, no other time helps. */
const ABOUT_THE_CHOICE: readonly ErrorCode[] = ['appointments/no-such-service', 'appointments/too-many-persons']

async function hold(parts: AppointmentPageParts, request: PlaceRequest, reply: FastifyReply, place: BookablePlace): Promise<FastifyReply> {
  const choice = choiceIn(request)
  const asked = HoldAsked.safeParse({
    key: choice.key ?? parts.newKey(), placeId: place.id, serviceIds: choice.serviceIds, persons: choice.persons, startsAt: postedForm(request).get('startsAt'),
  })
  if (!asked.success) return showTimes(parts, request, reply, { place, choice, refusal: null })
  const held = await holdOnce(parts, asked.data, request.ip)
  if (held.ok) {
    const { link, status, startsAt } = held.value
    const isFollowed = status === 'held' && followUpAfter(place.services.filter(({ id }) => choice.serviceIds.includes(id)), startsAt) !== null
    return seeOther(reply, inLanguage(`/portal/appointments/${link}${isFollowed ? '/second' : ''}`, languageOf(request)))
  }
  if (held.error.code === 'appointments/no-such-place') return notFound(parts, request, reply)
  if (ABOUT_THE_CHOICE.includes(held.error.code)) return showChoice(parts, request, reply, { place, problem: choiceProblem(held.error, languageOf(request)) })
  return showTimes(parts, request, reply, { place, choice, refusal: held.error })
}

/** Whoever went back to this page after booking makes another appointment. */
async function holdOnce({ booking, newKey }: AppointmentPageParts, asked: HoldAsked, address: string): ReturnType<AppointmentPageParts['booking']['hold']> {
  const held = await booking.hold(asked, address)
  return !held.ok && held.error.code === 'intake/key-reused' ? booking.hold({ ...asked, key: newKey() }, address) : held
}
