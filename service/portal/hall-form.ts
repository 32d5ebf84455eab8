import * as z from 'zod'
import { TenantKind } from '../../shared/domains/halls/tables.ts'
import { timesOn } from '../../shared/domains/halls/series.ts'
import type { Times } from '../../shared/domains/halls/prices.ts'
import { germanMoment } from '../../shared/german-days.ts'
import { cut } from '../../shared/text.ts'
import type { HallAsked, PublicHall } from '../../shared/wire/public-halls.ts'
import { textIn } from './answers.ts'
import { HALL_TEXTS } from './hall-texts.ts'
import { written } from './posted.ts'
import type { Language } from './texts.ts'

/** What is asked, with the most letters each may have. */
const LENGTHS = {
  day: 10, startTime: 5, lastDay: 10, endTime: 5, purpose: 200, persons: 4, kind: 10, organisation: 160, name: 120, street: 160, postalCode: 10, place: 120, email: 255, phone: 40, note: 1_000,
} as const
export type HallField = keyof typeof LENGTHS
export const HALL_FIELDS = Object.keys(LENGTHS) as readonly HallField[]

export type TypedHall = Readonly<Record<HallField, string>>

export const typedHallIn = (posted: FormData): TypedHall =>
  Object.fromEntries(HALL_FIELDS.map(field => [field, cut(written(textIn(posted, field)), LENGTHS[field])])) as TypedHall

export const nothingTyped = (day: string): TypedHall =>
  ({ ...(Object.fromEntries(HALL_FIELDS.map(field => [field, ''])) as TypedHall), day, startTime: '14:00', endTime: '22:00', kind: 'resident' })

export type HallProblems = ReadonlyMap<HallField, string>

/** What was typed as a request, or what is wrong with it, field by field in the order of the page. */
export function readHallForm(house: PublicHall, typed: TypedHall, language: Language): { readonly asked: HallAsked } | { readonly problems: HallProblems } {
  const times = timesIn(typed)
  const problems = new Map(Object.entries(problemsIn(house, typed, language)).filter((entry): entry is [HallField, string] => entry[1] !== null))
  if (problems.size > 0 || !times) return { problems }
  const { purpose, persons, note, kind, name, organisation, street, postalCode, place, email, phone } = typed
  const tenant = { kind: TenantKind.parse(kind), name, organisation, street, postalCode, place, email: email.trim() || null, phone: phone.trim() || null }
  return { asked: { hallId: house.id, ...times, purpose, persons: Number(persons), note, tenant } }
}

function problemsIn({ capacity }: PublicHall, typed: TypedHall, language: Language): Readonly<Partial<Record<HallField, string | null>>> {
  const texts = HALL_TEXTS[language]
  const { day, lastDay, startTime, endTime, kind, email, phone } = typed
  const persons = Number(typed.persons)
  const missing = (field: HallField, text: string): string | null => (typed[field].trim() ? null : text)
  const isEmailRight = z.email().max(254).safeParse(email.trim()).success
  return {
    day: isDay(day) ? null : texts.dayMissing,
    startTime: isTime(startTime) ? null : texts.startMissing,
    lastDay: !lastDay || (isDay(lastDay) && lastDay >= day) ? null : texts.lastDayWrong,
    endTime: isTime(endTime) ? null : texts.endMissing,
    purpose: missing('purpose', texts.purposeMissing),
    persons: Number.isInteger(persons) && persons >= 1 && persons <= capacity ? null : `${texts.personsMissing} ${capacity}.`,
    kind: TenantKind.safeParse(kind).success ? null : texts.kind,
    organisation: kind === 'club' ? missing('organisation', texts.organisationMissing) : null,
    name: missing('name', texts.nameMissing),
    street: missing('street', texts.streetMissing),
    postalCode: missing('postalCode', texts.postalCodeMissing),
    place: missing('place', texts.placeMissing),
    email: email.trim() ? (isEmailRight ? null : texts.emailWrong) : (phone.trim() ? null : texts.contactMissing),
  }
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success && text >= '2000-01-01'
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

function timesIn({ day, lastDay, startTime, endTime }: TypedHall): Times | null {
  if (!isDay(day) || !isTime(startTime) || !isTime(endTime)) return null
  return isDay(lastDay) && lastDay > day ? { startsAt: germanMoment(day, startTime), endsAt: germanMoment(lastDay, endTime) } : timesOn(day, startTime, endTime)
}
