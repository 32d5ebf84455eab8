import type { JsonObject } from '../../json.ts'
import { absent, NAME_QUALIFIER, OWN_NAME, OWN_PREFIX } from './codes.ts'
import { element, extension, fhirLine } from './element.ts'

export interface NameParts {
  readonly title: string
  readonly given: string
  readonly family: string
}

const TITLES = /^(?:dr|prof|pd|priv|dipl|med|h\.?c|habil|mult|univ|rer|nat|dent|vet|phil|ing|mag)(?:\.|$)/i

/** A name written in one line, taken apart: titles before it, and the last word with what belongs to it (von der Heide). */
export function namePartsOf(text: string): NameParts {
  const words = fhirLine(text).split(' ').filter(word => word !== '')
  const first = words.findIndex(word => !TITLES.test(word))
  const title = words.slice(0, Math.max(first, 0)).join(' ')
  const rest = words.slice(Math.max(first, 0))
  const particle = rest.findIndex((word, index) => index > 0 && index < rest.length - 1 && /^\p{Ll}/u.test(word))
  const at = particle === -1 ? rest.length - 1 : particle
  return { title, given: rest.slice(0, at).join(' '), family: rest.slice(at).join(' ') }
}

/** A person's name with the parts that German profiles ask for. */
export function humanName({ title, given, family }: NameParts): JsonObject {
  const [, prefix = '', own = ''] = /^((?:\p{Ll}[^ ]* )*)(.*)$/u.exec(fhirLine(family)) ?? []
  const parts = [...(prefix ? [extension(OWN_PREFIX, { valueString: prefix.trim() })] : []), extension(OWN_NAME, { valueString: own })]
  const givenName = fhirLine(given)
  return element({
    use: 'official',
    text: fhirLine(`${title} ${given} ${family}`),
    family: fhirLine(family),
    _family: { extension: parts },
    ...(givenName ? { given: [givenName] } : { _given: [absent] }),
    ...(title ? { prefix: [title], _prefix: [{ extension: [extension(NAME_QUALIFIER, { valueCode: 'AC' })] }] } : {}),
  })
}
