import type { Json, JsonObject } from '../../json.ts'

/** FHIR knows no empty texts and lists: what is empty is left out. */
export const element = (parts: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(parts).filter((part): part is [string, Json] => part[1] !== undefined && part[1] !== '' && !(Array.isArray(part[1]) && part[1].length === 0)))

/** Only blanks, tabs and new lines are white space there, and control signs are none at all. */
export const fhirText = (text: string): string => text.replaceAll(/[^\S \t\r\n]|\p{Cc}(?<![\t\r\n])/gu, ' ').trim().toWellFormed()

/** The same on one line. */
export const fhirLine = (text: string): string => fhirText(text).replaceAll(/\s+/g, ' ')

export const reference = (id: string): JsonObject => ({ reference: `urn:uuid:${id}` })

export const idOf = ({ id }: JsonObject): string => (typeof id === 'string' ? id : '')

export const extension = (url: string, value: Readonly<Record<string, Json | undefined>>): JsonObject => element({ url, ...value })
