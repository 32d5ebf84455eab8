import type { Json, JsonObject } from '../../json.ts'
import { msOf } from '../../time.ts'
import type { Application } from './tables.ts'

type Compared = Pick<Application, 'id' | 'serviceId' | 'personId' | 'receivedAt' | 'form' | 'mergedInto'>

/** Why two cases may be one, and how alike their answers are, from 0 to 1. */
export interface Likeness {
  readonly reason: 'same-person-again' | 'same-answers'
  readonly likeness: number
}

const MONTH_MS = 30 * 86_400_000
const YEAR_MS = 366 * 86_400_000
const ALIKE = 0.9
/** Fewer answers than this say nothing. */
const FEWEST_ANSWERS = 3

/**
 * Whether two applications may be one that was handed in twice: the same person asked for the same service within thirty
 * days, or nearly all answers are the same within a year. The same whichever of the two is named first.
 */
export function duplicateScore(one: Compared, other: Compared): Likeness | null {
  if (one.id === other.id || one.serviceId !== other.serviceId || one.mergedInto !== null || other.mergedInto !== null) return null
  const apart = Math.abs(msOf(one.receivedAt) - msOf(other.receivedAt))
  const { likeness, compared } = likenessOf(one.form, other.form)
  if (one.personId === other.personId && apart <= MONTH_MS) return { reason: 'same-person-again', likeness }
  return apart <= YEAR_MS && compared >= FEWEST_ANSWERS && likeness >= ALIKE ? { reason: 'same-answers', likeness } : null
}

/** The share of answers that are the same in both; a question that only one has answered counts as different. */
export function likenessOf(one: JsonObject, other: JsonObject): { readonly likeness: number; readonly compared: number } {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(key => says(one[key]) || says(other[key]))
  const same = keys.filter(key => sameAnswer(one[key], other[key]))
  return { likeness: keys.length === 0 ? 0 : same.length / keys.length, compared: keys.length }
}

/** A tick tells nobody apart. */
const says = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== '' && typeof value !== 'boolean'

/** The same but for capitals and spaces. */
export const sameAnswer = (one: Json | undefined, other: Json | undefined): boolean => folded(one) === folded(other)

const folded = (value: Json | undefined): string =>
  typeof value === 'string' ? value.trim().replaceAll(/\s+/g, ' ').toLowerCase() : JSON.stringify(value ?? null)
