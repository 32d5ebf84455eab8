import * as z from 'zod'
import type { JsonObject } from '../../json.ts'
import type { PostalAddress } from './contact.ts'

const Day = z.iso.date()

/** What forms call the answers about the person who applies; others (`childBirthDate`) are about somebody else. */
const KEYS = {
  birthDay: ['birthDate', 'dateOfBirth', 'geburtsdatum'],
  phone: ['telephone', 'phone', 'telefon'],
  street: ['street', 'strasse'],
  houseNumber: ['houseNumber', 'hausnummer'],
  postalCode: ['postalCode', 'plz'],
  place: ['place', 'town', 'ort', 'locality'],
} as const

/** What an application says of its person beside name and e-mail address, as far as its form asks for it. */
export function contactOfForm(values: JsonObject): { readonly birthDay: string | null; readonly phone: string | null; readonly address: PostalAddress | null } {
  const text = (field: keyof typeof KEYS): string => {
    for (const key of KEYS[field]) {
      const value = values[key]
      if (typeof value === 'string' && value.trim() !== '') return value.trim()
    }
    return ''
  }
  const street = `${text('street')} ${text('houseNumber')}`.trim()
  return {
    birthDay: Day.safeParse(text('birthDay')).data ?? null,
    phone: text('phone').slice(0, 40) || null,
    address: street === '' ? null : { street: street.slice(0, 200), postalCode: text('postalCode').slice(0, 20), place: text('place').slice(0, 120) },
  }
}
