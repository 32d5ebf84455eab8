import type { ColumnMapping } from '../tables.ts'
import { folded, IMPORT_FIELDS, NEEDED, type FieldName } from './columns.ts'

/** What is the same for every row, by field, as it was typed. */
export type FixedValues = Readonly<Record<string, string>>

/** Shorter words begin too many headings. */
const LEAST_BEGINNING = 5

/**
 * Which column is what: first as it was for this kind the last time, then by headings that are known, then by headings that begin
 * with one that is known. No column is two things.
 */
export function guessMapping(headings: readonly string[], remembered: ColumnMapping): ColumnMapping {
  const mapping = new Map<string, string>()
  const used = new Set<string>()
  const take = (field: string, heading: string | undefined): void => {
    if (heading === undefined || used.has(heading) || mapping.has(field)) return
    mapping.set(field, heading)
    used.add(heading)
  }
  for (const { name } of IMPORT_FIELDS) take(name, headings.find(heading => heading === remembered[name]))
  const free = (fits: (heading: string) => boolean): string | undefined => headings.find(heading => !used.has(heading) && fits(folded(heading)))
  for (const { name, aliases } of IMPORT_FIELDS)
    for (const alias of aliases.map(folded)) take(name, free(heading => heading === alias))
  for (const { name, aliases } of IMPORT_FIELDS)
    for (const alias of aliases.map(folded)) if (alias.length >= LEAST_BEGINNING) take(name, free(heading => heading.startsWith(alias)))
  return Object.fromEntries(mapping)
}

/** Whether a table has every column that the tables of a kind had the last time. */
export const hasColumnsOf = (headings: readonly string[], last: ColumnMapping): boolean => Object.keys(last).length > 0 && Object.values(last).every(heading => headings.includes(heading))

/** What a mapping becomes where a person says what one column is; null for nothing. Another field that had the column loses it. */
export function remapped(mapping: ColumnMapping, field: string, heading: string | null): ColumnMapping {
  const others = Object.entries(mapping).filter(([name, column]) => name !== field && column !== heading)
  return Object.fromEntries(heading === null ? others : [...others, [field, heading]])
}

/** What no column and no value for all rows says, though every notice has to; alternatives stand together. */
export function missingFields(mapping: ColumnMapping, fixed: FixedValues): readonly (readonly FieldName[])[] {
  const isThere = (field: FieldName): boolean => mapping[field] !== undefined || (fixed[field] ?? '').trim() !== ''
  return NEEDED.filter(fields => !fields.some(isThere)).filter((fields, index, all) => all.findIndex(other => other[0] === fields[0]) === index)
}

/** What is said for all rows of one file and of no other. */
const OF_ONE_FILE: ReadonlySet<string> = new Set<FieldName>(['dueDay', 'period', 'periodFrom', 'periodTo'])

/** What was given for all rows that holds for the next file of the kind too: a day or a year of this one would be wrong there. */
export const remembered = (fixed: FixedValues): FixedValues => Object.fromEntries(Object.entries(fixed).filter(([field, value]) => !OF_ONE_FILE.has(field) && value.trim() !== ''))
