import type { GridLayout } from '../../../ui/grid-open.ts'
import type { Sort } from '../../../ui/grid-rows.ts'

/** Whoever only sorts has arranged nothing: their columns go on following the room there is. */
export const isArranged = (layout: GridLayout | undefined): boolean => layout?.some(({ width }) => width !== undefined) ?? false

/** Only by which column it is sorted. */
export const withSort = (layout: GridLayout): GridLayout => layout.flatMap(({ colId, sort }) => (sort ? [{ colId, sort }] : []))

/** Columns of a form are there only with their service; how they were arranged is kept meanwhile. */
export function withHidden(layout: GridLayout, before: GridLayout | undefined): GridLayout {
  const present = new Set(layout.map(({ colId }) => colId))
  return [...layout, ...(before ?? []).filter(({ colId }) => !present.has(colId)).map(column => ({ ...column, sort: null }))]
}

interface Column {
  readonly id: string
  readonly width: number
  readonly share?: number
  readonly isHidden?: boolean
}

/** A column the person has not arranged yet stands where the list has it: behind the column before it. */
export function completed(layout: GridLayout, columns: readonly Column[]): GridLayout {
  const whole = [...layout]
  const isSorted = layout.some(({ sort }) => sort)
  for (const [place, column] of columns.entries()) {
    const known = whole.findIndex(({ colId }) => colId === column.id)
    const arranged = { ...asTheListHasIt(column), ...(isSorted ? { sort: null } : {}), ...whole[known] }
    if (known >= 0) whole[known] = arranged
    else whole.splice(whole.findIndex(({ colId }) => colId === columns[place - 1]?.id) + 1, 0, arranged)
  }
  return whole
}

const asTheListHasIt = ({ id, width, share, isHidden }: Column): GridLayout[number] =>
  ({ colId: id, hide: isHidden === true, ...(share ? { flex: share } : { width, flex: null }) })

/** A saved view begins with the sort it was saved with. */
export const sortedAs = (layout: GridLayout, sort: Sort | undefined): GridLayout =>
  layout.map(column => ({ ...column, sort: column.colId === sort?.field ? sort.direction : null }))
