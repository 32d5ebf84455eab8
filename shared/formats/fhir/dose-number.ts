import type { Disease } from '../../domains/vaccinations/disease.ts'
import type { Vaccination } from '../../domains/vaccinations/tables.ts'
import { fhirLine } from './element.ts'

/** Which dose it is, in the one field that the German record has for all diseases: `2`, or `4 (Tetanus), 1 (Pertussis)`; empty where nobody knows. */
export function doseNumberText({ diseases, doses }: Pick<Vaccination, 'diseases' | 'doses'>): string {
  const numbers = diseases.map(({ code, name }) => ({ name: fhirLine(name), number: doses.find(dose => dose.code === code)?.number }))
  const [first] = numbers
  if (first?.number !== undefined && numbers.every(({ number }) => number === first.number)) return String(first.number)
  return numbers.flatMap(({ name, number }) => (number === undefined ? [] : [`${number} (${name})`])).join(', ')
}

/** The numbers in such a text, by disease; what is written otherwise tells none. */
export function doseNumbersIn(text: string, diseases: readonly Disease[]): Vaccination['doses'] {
  if (/^[1-9]\d?$/.test(text)) return diseases.map(({ code }) => ({ code, number: Number(text) }))
  return diseases.flatMap(({ code, name }) => {
    const before = text.split(` (${fhirLine(name)})`).slice(0, -1)
    const [number] = before.flatMap(part => /(?:^|, )([1-9]\d?)$/.exec(part)?.[1] ?? [])
    return number === undefined ? [] : [{ code, number: Number(number) }]
  })
}
