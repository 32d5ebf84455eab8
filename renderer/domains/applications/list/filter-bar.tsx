import type { ReactElement } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { DaysFilter } from './days-filter.tsx'
import { CHOICES, isFiltered, NO_FILTERS, withChoice, type Choice, type Filters } from './filters.ts'
import { useFilterItems } from './use-filter-items.tsx'

interface Props {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** One button for every filter, and below them what is chosen, each to be taken away with one press. */
export function FilterBar({ filters, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const items = useFilterItems()
  const offered = CHOICES.filter(choice => items[choice].length > 1)
  return (
    <fieldset className="filters" aria-label={t('list.filters')}>
      {offered.map(choice => (
        <ChoiceFilter
          key={choice}
          label={t(`list.filter.${choice}`)}
          items={items[choice]}
          selected={filters[choice]}
          onChange={values => onChange(withChoice(filters, choice, values))}
        />
      ))}
      <DaysFilter days={filters} onChange={days => onChange({ ...filters, ...days })} />
    </fieldset>
  )
}

interface ActiveFilter {
  readonly id: string
  readonly label: string
  readonly without: Filters
}

export function ActiveFilters({ filters, onChange }: Props): ReactElement | null {
  const { t } = useTranslation()
  const active = useActiveFilters(filters)
  if (!isFiltered(filters)) return null
  const remove = (keys: ReadonlySet<unknown>): void => {
    const gone = active.find(({ id }) => keys.has(id))
    if (gone) onChange(gone.without)
  }
  return (
    <div className="active-filters">
      <TagGroup aria-label={t('list.filters')} onRemove={remove}>
        <TagList items={active} className="tags">
          {({ label }) => (
            <Tag textValue={label} className="tag">
              <span>{label}</span>
              <Button slot="remove" className="tag__remove" aria-label={t('common.remove', { what: label })}><Icon name="cross" size={14} /></Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <Button className="button button--quiet" onPress={() => onChange(NO_FILTERS)}>{t('list.resetFilters')}</Button>
    </div>
  )
}

function useActiveFilters(filters: Filters): readonly ActiveFilter[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const items = useFilterItems()
  const chosen = (choice: Choice): readonly ActiveFilter[] =>
    filters[choice].map(value => ({
      id: `${choice}/${value}`,
      label: t('list.filterActive', { name: t(`list.filter.${choice}`), value: items[choice].find(({ id }) => id === value)?.name ?? value }),
      without: withChoice(filters, choice, filters[choice].filter(other => other !== value)),
    }))
  const days = daysLabel(filters.receivedFrom && formatPlainDay(filters.receivedFrom, language), filters.receivedTo && formatPlainDay(filters.receivedTo, language))
  const received: readonly ActiveFilter[] = days
    ? [{ id: 'received', label: t('list.filterActive', { name: t('list.filter.received'), value: t(`list.filter.${days.key}`, days) }), without: { ...filters, receivedFrom: null, receivedTo: null } }]
    : []
  return [...CHOICES.flatMap(chosen), ...received]
}

function daysLabel(from: string | null, to: string | null): { readonly key: 'since' | 'until' | 'between'; readonly from: string; readonly to: string } | undefined {
  if (!from && !to) return undefined
  return { key: from && to ? 'between' : from ? 'since' : 'until', from: from ?? '', to: to ?? '' }
}
