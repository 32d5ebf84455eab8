import type { ReactElement, ReactNode } from 'react'
import { Autocomplete, Button, DialogTrigger, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { PopoverDialog } from './popover-dialog.tsx'
import { useFirstFocus } from './use-first-focus.ts'

export interface ChoiceItem {
  readonly id: string
  readonly name: string
  readonly mark?: ReactNode
}

interface Props {
  readonly label: string
  readonly items: readonly ChoiceItem[]
  readonly selected: readonly string[]
  readonly onChange: (selected: readonly string[]) => void
}

const MANY = 8

/** A button that opens a list to choose several values from; many values can be searched. */
export function ChoiceFilter({ label, items, selected, onChange }: Props): ReactElement {
  return (
    <DialogTrigger>
      <FilterButton label={label} count={selected.length} />
      <PopoverDialog label={label} side="start">
        <Choices label={label} items={items} selected={selected} onChange={onChange} />
      </PopoverDialog>
    </DialogTrigger>
  )
}

export function FilterButton({ label, count }: { readonly label: string; readonly count: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <Button className={count > 0 ? 'filter filter--active' : 'filter'}>
      <span>{label}</span>
      {count > 0 && <span className="filter__count"><span aria-hidden="true">{count}</span><span className="sr-only">{t('list.filter.selected', { count })}</span></span>}
      <Icon name="down" size={14} />
    </Button>
  )
}

function Choices({ label, items, selected, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const { contains } = useFilter({ sensitivity: 'base' })
  const list = (
    <ListBox
      aria-label={label}
      className="choices"
      selectionMode="multiple"
      // Esc closes the window; it must not take the choice along.
      escapeKeyBehavior="none"
      selectedKeys={selected}
      onSelectionChange={keys => onChange(keys === 'all' ? items.map(({ id }) => id) : [...keys].map(String))}
      items={items}
      renderEmptyState={() => <p className="choices__empty">{t('list.filter.nothing')}</p>}
    >
      {item => <Choice item={item} />}
    </ListBox>
  )
  return (
    <>
      {items.length > MANY ? (
        <Autocomplete filter={contains}>
          <ChoiceSearch />
          {list}
        </Autocomplete>
      ) : list}
      <div className="popover__foot">
        <Button className="button button--quiet" isDisabled={selected.length === 0} onPress={() => onChange([])}>{t('list.filter.clear')}</Button>
      </div>
    </>
  )
}

const Choice = ({ item }: { readonly item: ChoiceItem }): ReactElement => (
  <ListBoxItem id={item.id} textValue={item.name} className="choice">
    {({ isSelected }) => (
      <>
        <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
        {item.mark ?? item.name}
      </>
    )}
  </ListBoxItem>
)

function ChoiceSearch(): ReactElement {
  const { t } = useTranslation()
  const input = useFirstFocus<HTMLInputElement>()
  return (
    <SearchField aria-label={t('list.filter.find')} className="choices__search">
      <Icon name="search" size={16} />
      <Input ref={input} className="input" autoComplete="off" placeholder={t('list.filter.find')} />
    </SearchField>
  )
}
