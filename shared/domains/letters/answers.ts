import type { Json, JsonObject } from '../../json.ts'

/** How the answers of an application read: the schema says what is a day, the labels what a choice is called. */
export interface AnswerForm {
  readonly schema: JsonObject
  readonly valueLabels: Readonly<Record<string, Readonly<Record<string, { readonly de: string }>>>>
}

/** One answer in German words, as a letter writes it; empty for no answer. */
export function answerInWords(form: AnswerForm, key: string, value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (typeof value === 'number') return form.valueLabels[key]?.[String(value)]?.de ?? GERMAN_NUMBER.format(value)
  if (typeof value === 'string') return form.valueLabels[key]?.[value]?.de ?? germanDate(value) ?? value.trim()
  const parts = Array.isArray(value) ? value : Object.values(value)
  return parts.map(part => answerInWords(form, key, part)).filter(Boolean).join(', ')
}

const GERMAN_NUMBER = new Intl.NumberFormat('de-DE')

/** `01.03.2026` for a day as forms keep it; undefined for any other text. */
const germanDate = (text: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').toReversed().join('.') : undefined

/** The keys under which the forms of the house ask for an address. */
const ADDRESS = { street: 'street', houseNumber: 'houseNumber', postalCode: 'postalCode', locality: 'locality' } as const

/** Name and address as they stand in the window of an envelope; a locality of the town itself is named behind the town. */
export function recipientOf(
  applicantName: string,
  form: AnswerForm,
  answers: JsonObject,
  own: { readonly postalCode: string; readonly place: string } | null,
): readonly string[] {
  const answer = (key: string): string => answerInWords(form, key, answers[key])
  const street = [answer(ADDRESS.street), answer(ADDRESS.houseNumber)].filter(Boolean).join(' ')
  const postalCode = answer(ADDRESS.postalCode)
  const locality = answer(ADDRESS.locality)
  const isOwn = own !== null && postalCode === own.postalCode && locality !== '' && locality !== own.place
  const place = isOwn ? `${postalCode} ${own.place} OT ${locality}` : [postalCode, locality].filter(Boolean).join(' ')
  return [applicantName.trim(), street, place].filter(Boolean)
}
