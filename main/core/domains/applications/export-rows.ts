import * as z from 'zod'
import type { ExportColumn } from '../../../../shared/contract/bulk.ts'
import { keyOfFormSort } from '../../../../shared/contract/applications.ts'
import type { TableCell } from '../../../../shared/formats/csv.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { columnName } from '../../../../shared/table.ts'
import { Instant } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'

type SqlValue = string | number | null
type Read = (numbers: readonly number[]) => readonly (readonly TableCell[])[]

/** Reads cases as the cells of a file, own pending changes included; a case that is gone by now is left out, and so is one of somebody under secrecy. */
export function exportReader(db: Database, columns: readonly ExportColumn[]): Read {
  const base = statement(db, selectFrom('applications', columns)).raw()
  const overlay = statement(db, selectFrom('applications_overlay', columns)).raw()
  const keys = columns.flatMap(({ field }) => keyOfFormSort(field) ?? []).map(key => `$."${key.replaceAll('"', '')}"`)
  return numbers => numbers.flatMap(number => {
    const values = (overlay.get(...keys, number) ?? base.get(...keys, number)) as readonly SqlValue[] | undefined
    return values ? [columns.map((column, index) => cellOf(column, values[index]))] : []
  })
}

const selectFrom = (table: string, columns: readonly ExportColumn[]): string =>
  `SELECT ${columns.map(({ field }) => expressionOf(field)).join(', ')} FROM ${table} WHERE number = ? AND person_id NOT IN (SELECT id FROM secrecies)`

/** A decided case is told by what was decided. */
function expressionOf(field: ExportColumn['field']): string {
  if (keyOfFormSort(field) !== undefined) return 'json_extract(form, ?)'
  return field === 'status' ? "iif(status = 'decided' AND outcome IS NOT NULL, outcome, status)" : columnName(field)
}

function cellOf({ field, kind, words }: ExportColumn, value: SqlValue | undefined): TableCell {
  if (value === null || value === undefined) return null
  const word = words[String(value)]
  if (word !== undefined) return word
  if (typeof value === 'number' && kind === 'number') return value
  if (kind === 'day') return dayOf(String(value)) ?? String(value)
  const isList = (field === 'tags' || keyOfFormSort(field) !== undefined) && /^\[.*\]$/s.test(String(value))
  return isList ? listed(String(value), words) : String(value)
}

/** Tags, and several choices in one answer, stand as words one after another. */
function listed(value: string, words: ExportColumn['words']): string {
  const list = JsonList.safeParse(value)
  return list.success ? list.data.map(item => words[String(item)] ?? String(item)).join(', ') : value
}

/** An answer may look like a list and be somebody's text. */
const JsonList = z.string().transform((text, context) => {
  try {
    return z.array(z.unknown()).parse(JSON.parse(text))
  } catch {
    context.addIssue('no list')
    return z.NEVER
  }
})

function dayOf(value: string): TableCell | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { day: value }
  const instant = Instant.safeParse(value)
  return instant.success ? { day: germanDay(instant.data) } : undefined
}
