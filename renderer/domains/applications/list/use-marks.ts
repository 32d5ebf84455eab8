import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { GridMarks } from '../../../ui/grid-marks.tsx'
import { useListReader } from '../queries.ts'
import type { ListRow } from './list-row.ts'
import type { ListMemory, ViewState } from './list-state.ts'
import { createSelection, EVERYTHING, isMarked, markedCount, NOTHING, toggled, withMarked, type SelectionStore } from './selection.ts'

/** The marks on the rows of a list. Another search or filter is another list: marks nobody can see any more are gone. */
export function useMarks({ search, filters }: ViewState, memory: ListMemory): { readonly selection: SelectionStore; readonly marks: GridMarks<ListRow> } {
  const { t } = useTranslation()
  const [selection] = useState(createSelection)
  const reader = useListReader()
  useEffect(() => selection.belongTo(JSON.stringify([search, filters])), [selection, search, filters])
  const marks = useMemo((): GridMarks<ListRow> => ({
    isMarked: id => isMarked(selection.get(), id),
    isEverything: () => selection.get() === EVERYTHING,
    hasAny: () => selection.get().kind === 'list' || markedCount(selection.get(), 0) > 0,
    subscribe: selection.subscribe,
    toggle: id => selection.change(now => toggled(now, id)),
    mark: ids => selection.change(now => withMarked(now, ids)),
    markBetween: (from, to) => void markBetween(selection, reader, memory.lastQuery.get(), from, to),
    all: () => selection.change(() => EVERYTHING),
    clear: () => selection.change(() => NOTHING),
    label: row => t('bulk.select.row', { reference: row.reference }),
    allLabel: t('bulk.select.all'),
  }), [selection, reader, memory, t])
  return { selection, marks }
}

/** Longer stretches are marked as a whole list. */
const LONGEST_STRETCH = 5_000

async function markBetween(selection: SelectionStore, reader: ReturnType<typeof useListReader>, query: ListQuery | undefined, from: number, to: number): Promise<void> {
  if (!query || to - from > LONGEST_STRETCH) return
  const { rows } = await reader(query, from, to + 1)
  selection.change(now => withMarked(now, rows.map(({ id }) => id)))
}
