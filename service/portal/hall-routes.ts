import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { ERRORS } from '../../shared/errors.ts'
import { germanDayAt, plusCalendarDays, plusMonths } from '../../shared/german-days.ts'
import type { Refusal } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import type { HallAsked, PublicHall } from '../../shared/wire/public-halls.ts'
import { MONTHS_AHEAD } from '../domains/halls/public/judge-request.ts'
import type { PublicHalls } from '../domains/halls/public/public-halls.ts'
import { sentenceOf } from '../http/sentences.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send, textIn } from './answers.ts'
import { hallCheckPage } from './hall-check-page.ts'
import { nothingTyped, readHallForm, typedHallIn, type TypedHall } from './hall-form.ts'
import { hallFormPage, type HallFormView } from './hall-form-page.ts'
import { housePage, monthOf } from './hall-house-page.ts'
import { hallsPage } from './hall-list-page.ts'
import { inLanguage } from './layout.ts'

/** What the pages for houses work with. */
export interface HallPageParts {
  readonly townName: string
  readonly halls: PublicHalls
  readonly clock: Clock
  readonly newKey: () => string
}

interface HouseParams {
  readonly hallId: string
}

type HouseRequest = FastifyRequest<{ Params: HouseParams }>

/** From the list of houses over a month's plan to a request that is sent. */
export function hallRoutes(portal: FastifyInstance, parts: HallPageParts): void {
  const withHouse = async (request: HouseRequest, reply: FastifyReply, show: (house: PublicHall) => FastifyReply | Promise<FastifyReply>): Promise<FastifyReply> => {
    const house = (await parts.halls.houses()).find(({ id }) => id === request.params.hallId)
    return house ? show(house) : notFound(parts, request, reply)
  }
  portal.get('/portal/halls', async (request, reply) => send(reply, 200, hallsPage(frameOf(parts, request), await parts.halls.houses())))
  portal.get<{ Params: HouseParams }>('/portal/halls/:hallId', (request, reply) => withHouse(request, reply, house => showHouse(parts, request, reply, house)))
  portal.get<{ Params: HouseParams }>('/portal/halls/:hallId/request', (request, reply) => withHouse(request, reply, house =>
    showForm(parts, request, reply, { house, typed: nothingTyped(dayIn(request, 'day') ?? ''), key: parts.newKey(), problems: new Map(), general: null, status: 200 })))
  portal.post<{ Params: HouseParams }>('/portal/halls/:hallId/request', (request, reply) => withHouse(request, reply, house => take(parts, request, reply, house)))
}

/** An address may be cut off or typed by hand. */
function dayIn(request: FastifyRequest, name: string): string | null {
  const value = new URLSearchParams(request.url.split('?', 2)[1]).get(name)
  return z.iso.date().safeParse(value).data ?? null
}

const daysOpen = ({ clock }: HallPageParts): { readonly today: string; readonly earliest: string; readonly latest: string } => {
  const today = germanDayAt(clock.nowMs())
  return { today, earliest: plusCalendarDays(today, 1), latest: plusMonths(today, MONTHS_AHEAD) }
}

async function showHouse(parts: HallPageParts, request: FastifyRequest, reply: FastifyReply, house: PublicHall): Promise<FastifyReply> {
  const { today, latest } = daysOpen(parts)
  const month = new URLSearchParams(request.url.split('?', 2)[1]).get('month')
  const asked = z.iso.date().safeParse(`${month}-01`).data
  const shown = asked && asked.slice(0, 7) >= today.slice(0, 7) && asked <= latest ? asked : today
  const told = await parts.halls.days({ hallId: house.id, ...monthOf(shown) })
  return told.ok ? send(reply, 200, housePage(frameOf(parts, request), { house, days: told.value.days, today, latest })) : notFound(parts, request, reply)
}

interface Filled extends Omit<HallFormView, 'earliest' | 'latest'> {
  readonly status: number
}

function showForm(parts: HallPageParts, request: FastifyRequest, reply: FastifyReply, { status, ...view }: Filled): FastifyReply {
  const { earliest, latest } = daysOpen(parts)
  return send(reply, status, hallFormPage(frameOf(parts, request), { ...view, earliest, latest }))
}

/** Looks through what was typed, shows what it would cost, and takes it once it is sent. */
async function take(parts: HallPageParts, request: FastifyRequest, reply: FastifyReply, house: PublicHall): Promise<FastifyReply> {
  const posted = postedForm(request)
  const typed = typedHallIn(posted)
  const key = z.uuid().safeParse(posted.get('key')).data ?? parts.newKey()
  const form = { house, typed, key, problems: new Map(), general: null }
  const step = textIn(posted, 'step')
  if (step === 'edit') return showForm(parts, request, reply, { ...form, status: 200 })
  const read = readHallForm(house, typed, languageOf(request))
  if ('problems' in read) return showForm(parts, request, reply, { ...form, problems: read.problems, status: 422 })
  return step === 'send' ? sendRequest(parts, request, reply, { ...form, asked: read.asked }) : check(parts, request, reply, { ...form, asked: read.asked })
}

interface Taken {
  readonly house: PublicHall
  readonly typed: TypedHall
  readonly key: string
  readonly asked: HallAsked
}

async function check(parts: HallPageParts, request: FastifyRequest, reply: FastifyReply, taken: Taken): Promise<FastifyReply> {
  const quote = await parts.halls.quote(taken.asked)
  return quote.ok ? send(reply, 200, hallCheckPage(frameOf(parts, request), { ...taken, quote: quote.value })) : refused(parts, request, reply, taken, quote.error)
}

async function sendRequest(parts: HallPageParts, request: FastifyRequest, reply: FastifyReply, taken: Taken): Promise<FastifyReply> {
  const first = await parts.halls.send(taken.key, taken.asked)
  // Whoever went back after sending and changed something makes another request.
  const sent = !first.ok && first.error.code === 'intake/key-reused' ? await parts.halls.send(parts.newKey(), taken.asked) : first
  return sent.ok ? seeOther(reply, inLanguage(`/portal/halls/requests/${sent.value.link}?done=sent`, languageOf(request))) : refused(parts, request, reply, taken, sent.error)
}

function refused(parts: HallPageParts, request: FastifyRequest, reply: FastifyReply, { house, typed, key }: Taken, { code, facts = {} }: Refusal): FastifyReply {
  const freeDays = String(facts['freeDays'] ?? '').split(' ').filter(Boolean)
  const text = sentenceOf(code, facts)[languageOf(request)]
  return showForm(parts, request, reply, { house, typed, key, problems: new Map(), general: { text, freeDays }, status: ERRORS[code].status })
}
