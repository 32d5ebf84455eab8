import type { ReactElement, ReactNode, RefObject } from 'react'
import type { ShownView } from '../../../../shared/contract/views.ts'
import type { GridColumn, GridHandle } from '../../../ui/grid.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import type { ListRow } from './list-row.ts'
import { useListLayout } from './use-list-layout.ts'

interface Props {
  readonly saved: ShownView | null
  readonly columns: readonly GridColumn<ListRow>[]
  readonly isNarrow: boolean
  readonly grid: RefObject<GridHandle | null>
  /** What can be done with the list as a whole. */
  readonly children: ReactNode
}

/** Beside the title of the list, so that the filters below have a row of their own. */
export function ListActions({ saved, columns, isNarrow, grid, children }: Props): ReactElement {
  const { layout, keep, forget } = useListLayout(saved)
  const hidden = new Map(layout?.map(({ colId, hide }) => [colId, hide]))
  const shown = columns.filter(({ id, isHidden }) => !(hidden.get(id) ?? isHidden === true)).map(({ id }) => id)
  const show = (ids: readonly string[]): void => {
    grid.current?.showColumns(ids)
    keep(grid.current?.arranged() ?? [], 'columns')
  }
  const reset = (): void => {
    grid.current?.resetColumns()
    forget()
  }
  return (
    <div className="list__actions">
      {!isNarrow && <ColumnsMenu columns={columns} shown={shown} onChange={show} onReset={reset} />}
      {children}
    </div>
  )
}
