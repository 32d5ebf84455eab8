import * as z from 'zod'
import { isTableName, tableOf, type TableName } from '../../../shared/tables.ts'
import { SnapshotEnd, SnapshotHead, SnapshotTable } from '../../../shared/wire/streams.ts'
import { damaged } from '../network/failures.ts'

/** What a first load says, in handfuls of rows as they arrive. */
export type SnapshotPart =
  | SnapshotHead
  | { readonly kind: 'rows'; readonly table: TableName; readonly fields: readonly string[]; readonly rows: readonly (readonly unknown[])[] }
  | z.infer<typeof SnapshotEnd>

export type LoadedPart = Extract<SnapshotPart, { kind: 'rows' }>

const AnyTable = SnapshotTable.extend({ table: z.string().max(80) })

interface Place {
  readonly table: TableName | null
  readonly fields: readonly string[]
  /** Where in the row array the form belongs, which comes as a line of its own and is kept as that text; -1 for none. */
  readonly formAt: number
}

const NOWHERE: Place = { table: null, fields: [], formAt: -1 }
const ROWS_PER_PART = 2_000

/** Reads the lines of `shared/wire/streams.ts`. Tables and fields this version does not know are passed over. */
export async function* snapshotParts(lines: AsyncIterable<readonly string[]>): AsyncIterable<SnapshotPart> {
  let place = NOWHERE
  let rows: unknown[][] = []
  let waiting: unknown[] | null = null
  const taken = (): readonly SnapshotPart[] => {
    const part = place.table && rows.length > 0 ? [{ kind: 'rows', table: place.table, fields: place.fields, rows } as const] : []
    rows = []
    return part
  }
  for await (const handful of lines) {
    for (const line of handful) {
      if (waiting) {
        waiting[place.formAt] = line
        rows.push(waiting)
        waiting = null
      } else if (line.startsWith('[')) {
        const row = rowIn(line)
        if (place.formAt >= 0) waiting = row
        else rows.push(row)
      } else if (line) {
        yield* taken()
        const part = markIn(line)
        if (part.kind === 'table') place = placeOf(part)
        else yield part
      }
      if (rows.length >= ROWS_PER_PART) yield* taken()
    }
  }
}

function rowIn(line: string): unknown[] {
  try {
    return JSON.parse(line) as unknown[]
  } catch (error) {
    throw damaged(error)
  }
}

const Mark = z.discriminatedUnion('kind', [SnapshotHead, AnyTable, SnapshotEnd])

function markIn(line: string): z.infer<typeof Mark> {
  const mark = Mark.safeParse(JSON.parse(line))
  if (!mark.success) throw damaged(mark.error)
  return mark.data
}

const placeOf = ({ table, fields }: z.infer<typeof AnyTable>): Place =>
  ({ table: isTableName(table) ? table : null, fields, formAt: fields.indexOf('form') })

/** The rows with only those fields that this version knows. */
export function knownFields({ table, fields, rows }: LoadedPart): Pick<LoadedPart, 'fields' | 'rows'> {
  const columns = tableOf(table).columns as Readonly<Record<string, unknown>>
  if (fields.every(field => Object.hasOwn(columns, field))) return { fields, rows }
  const known = fields.flatMap((field, index) => (Object.hasOwn(columns, field) ? [{ field, index }] : []))
  return { fields: known.map(({ field }) => field), rows: rows.map(row => known.map(({ index }) => row[index])) }
}
