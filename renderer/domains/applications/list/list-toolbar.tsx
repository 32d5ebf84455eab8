import { useState, type ReactElement, type RefObject } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { GridHandle } from '../../../ui/grid.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import type { FormField } from '../queries.ts'
import { FilterBar } from './filter-bar.tsx'
import type { ViewState } from './list-state.ts'

interface Props {
  readonly state: ViewState
  readonly onChange: (change: Partial<ViewState>) => void
  readonly fields: readonly FormField[]
  readonly grid: RefObject<GridHandle | null>
}

/** Search and filters; where there is little room the filters come when they are asked for. */
export function ListToolbar({ state, onChange, fields, grid }: Props): ReactElement {
  const { t } = useTranslation()
  const isTight = useMediaQuery('(max-width: 700px), (max-height: 480px)')
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="list__tools">
      <ListSearch value={state.search} onChange={search => onChange({ search })} onLeave={() => grid.current?.focus()} />
      {isTight && <Button className={isOpen ? 'filter filter--active' : 'filter'} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}><Icon name="filter" size={16} /><span>{t('list.filters')}</span></Button>}
      {(isOpen || !isTight) && <FilterBar filters={state.filters} fields={fields} onChange={filters => onChange({ filters })} />}
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
