import { useState, type ReactElement, type RefObject } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { GridColumn, GridHandle } from '../../../ui/grid.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ExportDialog } from './export-dialog.tsx'
import type { ListRow } from './list-row.ts'
import type { ListMemory } from './list-state.ts'

interface Props {
  readonly memory: ListMemory
  readonly total: number
  readonly columns: readonly GridColumn<ListRow>[]
  readonly grid: RefObject<GridHandle | null>
}

interface Asked {
  readonly query: ListQuery
  readonly shown: readonly { readonly id: string; readonly title: string }[]
}

/** Writes the list as it is on the screen into a file. */
export function ExportButton({ memory, total, columns, grid }: Props): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const ask = (): void => {
    const query = memory.lastQuery.get()
    const shown = (grid.current?.shownColumns() ?? []).flatMap(id => columns.find(column => column.id === id) ?? [])
    if (query) setAsked({ query, shown })
  }
  return (
    <>
      <Button className="filter" onPress={ask}><Icon name="download" size={16} /><span>{t('bulk.export.open')}</span></Button>
      {asked && <ExportDialog {...asked} total={total} onClose={() => setAsked(undefined)} />}
    </>
  )
}
