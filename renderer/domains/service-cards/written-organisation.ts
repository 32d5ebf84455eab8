import { OrganisationContent } from '../../../shared/domains/service-cards/organisation-command.ts'
import type { CardOrganisation, CardUnit } from '../../../shared/domains/service-cards/tables.ts'

export const NUMBERS = ['validYears', 'remindDays', 'listDays', 'photoDays', 'keepYears'] as const
export type NumberField = (typeof NUMBERS)[number]

/** An organisation as somebody types it: ranks in lines, numbers as text. */
export interface WrittenOrganisation extends Readonly<Record<NumberField, string>> {
  readonly name: string
  readonly prefix: string
  readonly colour: string
  readonly units: readonly CardUnit[]
  readonly ranks: string
  readonly authority: string
  readonly active: boolean
}

/** What is usual, for a new one. */
const USUAL = { validYears: 5, remindDays: 90, listDays: 7, photoDays: 30, keepYears: 3 } as const satisfies Record<NumberField, number>

export function writtenOrganisation(known: CardOrganisation | undefined): WrittenOrganisation {
  const { validYears, remindDays, listDays, photoDays, keepYears } = known ?? USUAL
  return {
    name: known?.name ?? '', prefix: known?.prefix ?? '', colour: known?.colour ?? '#9b1c1f', units: known?.units ?? [], ranks: known?.ranks.join('\n') ?? '', authority: known?.authority ?? '', active: known?.active ?? true,
    validYears: String(validYears), remindDays: String(remindDays), listDays: String(listDays), photoDays: String(photoDays), keepYears: String(keepYears),
  }
}

/** What is written as it is saved; undefined while something is missing or wrong. */
export function contentOf(written: WrittenOrganisation, position: number): OrganisationContent | undefined {
  const lines = written.ranks.split('\n').map(line => line.trim()).filter(Boolean)
  const units = written.units.map(unit => ({ ...unit, name: unit.name.trim() }))
  const numbers = Object.fromEntries(NUMBERS.map(field => [field, /^\d+$/.test(written[field].trim()) ? Number(written[field]) : undefined]))
  const content = { ...numbers, name: written.name.trim(), prefix: written.prefix.trim().toUpperCase(), colour: written.colour, units, ranks: [...new Set(lines)], authority: written.authority.trim(), position, active: written.active }
  return units.length > 0 && lines.length > 0 ? OrganisationContent.safeParse(content).data : undefined
}
