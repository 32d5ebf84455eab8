import * as z from 'zod'
import type { JsonObject } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import { ANSWERS, ANSWERS_BY_ENDING } from './believable-answers.ts'
import type { Citizen } from './citizen.ts'
import type { Random } from './random.ts'

const Property = z.looseObject({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  const: z.boolean().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
})
type Property = z.infer<typeof Property>

const FormSchema = z.looseObject({ properties: z.record(z.string(), Property), required: z.array(z.string()) })

/** A citizen at a form: who, at what moment (ms since 1970), and what is answered so far. */
interface Filling {
  readonly citizen: Citizen
  readonly random: Random
  readonly atMs: number
  readonly given: JsonObject
}

/** A believable, valid answer to a form by a citizen at a moment (ms since 1970); about half of the optional questions are left out. */
export function fillForm(schema: JsonObject, citizen: Citizen, random: Random, atMs: number): JsonObject {
  const { properties, required } = FormSchema.parse(schema)
  const asked = Object.entries(properties).filter(([key]) => required.includes(key) || random.chance(0.5))
  const given: Record<string, string | number | boolean> = {}
  for (const [key, property] of asked) given[key] = answer(key, property, { citizen, random, atMs, given })
  return given
}

function answer(key: string, property: Property, filling: Filling): string | number | boolean {
  const { citizen, random, given } = filling
  if (key in citizen) return citizen[key as keyof Citizen]
  const own = ANSWERS[key] ?? ANSWERS_BY_ENDING.find(([ending]) => ending.test(key))?.[1]
  if (own) return own(random, citizen, given)
  if (property.enum) return property.enum.includes(citizen.locality) ? citizen.locality : random.pick(property.enum)
  if (property.type === 'boolean') return property.const ?? random.chance(0.3)
  if (property.type === 'string') return property.format === 'date' ? dayFor(key, filling) : 'Keine Angabe'
  const lowest = property.minimum ?? 0
  return random.between(lowest, Math.min(property.maximum ?? lowest + 10, lowest + 10))
}

const DAY_MS = 86_400_000

/** How many days from now a date lies, by its question: births and what has happened lie back, beginnings lie ahead. */
const DAYS_AHEAD: readonly (readonly [question: RegExp, days: readonly [earliest: number, latest: number]])[] = [
  [/^pupilBirth/, [-3_800, -2_400]],
  [/^childBirth/, [-2_500, -300]],
  [/^(partner|sought)Birth/, [-28_000, -7_000]],
  [/^examSince/, [-9_000, -60]],
  [/^meterRead/, [-40, -1]],
  [/^contractSince/, [-60, -3]],
  [/Birth|Since|left|refund/, [-900, -20]],
  [/^wedding/, [40, 300]],
]

function dayFor(key: string, { citizen, random, atMs, given }: Filling): string {
  if (key === 'recordedSince' && given['recordKind'] === 'birth' && given['relation'] === 'self') return citizen.birthDate
  const from = given[key.replace(/To$/, 'From')]
  if (typeof from === 'string') return dayAfter(Date.parse(from), random.between(0, /^(catering|hall|market)/.test(key) ? 2 : 14))
  const [earliest, latest] = DAYS_AHEAD.find(([question]) => question.test(key))?.[1] ?? [3, 90]
  return dayAfter(atMs, random.between(earliest, latest))
}

const dayAfter = (fromMs: number, days: number): string => instantFromMs(fromMs + days * DAY_MS).slice(0, 10)
