import * as z from 'zod'
import type { Vaccinee } from '../../domains/vaccinations/vaccinee.ts'
import { lineIn, objectsIn, type Raw } from './raw.ts'
import { namePartsOf } from './write-name.ts'

/** Whom a record is about, as far as it takes to tell whether it is the person who is here. */
export type ReadPerson = Pick<Vaccinee, 'familyName' | 'givenName' | 'birthDay'>

export function readPerson(patient: Raw): ReadPerson {
  const name = bestName(objectsIn(patient['name']))
  const birthDay = z.iso.date().safeParse(patient['birthDate'])
  return { ...namesIn(name), birthDay: birthDay.success ? birthDay.data : null }
}

/** Of several names the official one; one of earlier days only where there is no other. */
function bestName(names: readonly Raw[]): Raw {
  const rank = ({ use }: Raw): number => (use === 'official' ? 0 : use === 'maiden' || use === 'old' ? 2 : 1)
  return names.toSorted((one, other) => rank(one) - rank(other))[0] ?? {}
}

function namesIn(name: Raw): Pick<ReadPerson, 'familyName' | 'givenName'> {
  const family = lineIn(name['family'], 120)
  const given = lineIn((Array.isArray(name['given']) ? name['given'] : []).filter(one => typeof one === 'string').join(' '), 120)
  if (family !== '') return { familyName: family, givenName: given }
  const parts = namePartsOf(lineIn(name['text'], 240))
  return { familyName: parts.family.slice(0, 120), givenName: given || parts.given.slice(0, 120) }
}

/** The whole name of somebody who works with patients. */
export function readName(person: Raw): string {
  const name = bestName(objectsIn(person['name']))
  const { familyName, givenName } = namesIn(name)
  return lineIn(name['text'], 160) || `${givenName} ${familyName}`.trim()
}
