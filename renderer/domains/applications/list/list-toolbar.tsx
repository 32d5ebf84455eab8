import type { ReactElement, ReactNode, RefObject } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ShownView } from '../../../../shared/contract/views.ts'
import type { GridColumn, GridHandle } from '../../../ui/grid.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { FormField } from '../queries.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { ListRow } from './list-row.ts'
import type { ViewState } from './list-state.ts'
import { useListLayout } from './use-list-layout.ts'

interface Props {
  readonly state: ViewState
  readonly onChange: (change: Partial<ViewState>) => void
  readonly saved: ShownView | null
  readonly fields: readonly FormField[]
  readonly columns: readonly GridColumn<ListRow>[]
  readonly isNarrow: boolean
  readonly grid: RefObject<GridHandle | null>
  /** What else can be done with the list as a whole. */
  readonly children?: ReactNode
}

export function ListToolbar({ state, onChange, saved, fields, columns, isNarrow, grid, children }: Props): ReactElement {
  const { layout } = useListLayout(saved)
  const hidden = new Map(layout?.map(({ colId, hide }) => [colId, hide === true]))
  const shown = columns.filter(({ id, isHidden }) => !(hidden.get(id) ?? isHidden === true)).map(({ id }) => id)
  return (
    <div className="list__tools">
      <ListSearch value={state.search} onChange={search => onChange({ search })} onLeave={() => grid.current?.focus()} />
      <FilterBar filters={state.filters} fields={fields} onChange={filters => onChange({ filters })} />
      {!isNarrow && <ColumnsMenu columns={columns} shown={shown} onChange={ids => grid.current?.showColumns(ids)} onReset={() => grid.current?.resetColumns()} />}
      {children}
    </div>
  )
}

interface SearchProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
}

/** Searches as one types; Enter goes on into the list. */
function ListSearch({ value, onChange, onLeave }: SearchProps): ReactElement {
  const { t } = useTranslation()
  return (
    <SearchField className="search" aria-label={t('list.search')} value={value} onChange={onChange} onSubmit={onLeave} maxLength={200}>
      <Icon name="search" size={16} />
      <Input className="input" id="list-search" autoComplete="off" placeholder={t('list.searchPlaceholder')} />
      <Button className="search__clear" aria-label={t('list.clearSearch')}><Icon name="cross" size={16} /></Button>
    </SearchField>
  )
}
