import type { ReactElement } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { SOON_DAYS } from '../../../../shared/contract/due.ts'
import { germanDayAt, plusCalendarDays } from '../../../../shared/german-days.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { FormField } from '../queries.ts'
import { DaysFilter } from './days-filter.tsx'
import { CHOICES, isAboutEnded, isFiltered, NO_FILTERS, PERIODS, periodStart, withChoice, type Filters } from './filters.ts'
import { FormFilter } from './form-filter.tsx'
import { useActiveFilters } from './use-active-filters.ts'
import { useFilterItems } from './use-filter-items.tsx'

interface Props {
  readonly filters: Filters
  /** Fields of the form, where the list is filtered to one service. */
  readonly fields: readonly FormField[]
  readonly onChange: (filters: Filters) => void
}

/** One button for every filter, and below them what is chosen, each to be taken away with one press. */
export function FilterBar({ filters, fields, onChange }: Props): ReactElement {
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
      <DaysFilters filters={filters} onChange={onChange} />
      {fields.length > 0 && <FormFilter fields={fields} filters={filters.form} onChange={form => onChange({ ...filters, form })} />}
    </fieldset>
  )
}

function DaysFilters({ filters, onChange }: Omit<Props, 'fields'>): ReactElement {
  const { t } = useTranslation()
  const { clock } = useCore()
  const now = clock.nowMs()
  const today = germanDayAt(now)
  const received = PERIODS.map(period => ({ name: t(`list.filter.${period}`), days: { from: periodStart(period, now), to: null } }))
  const due = [
    { name: t('list.filter.dueBefore'), days: { from: null, to: plusCalendarDays(today, -1) } },
    { name: t('list.filter.today'), days: { from: today, to: today } },
    { name: t('list.filter.dueWeek'), days: { from: today, to: plusCalendarDays(today, SOON_DAYS) } },
    { name: t('list.filter.dueMonth'), days: { from: today, to: plusCalendarDays(today, 30) } },
  ]
  return (
    <>
      <DaysFilter label={t('list.filter.received')} periods={received} days={{ from: filters.receivedFrom, to: filters.receivedTo }} onChange={({ from, to }) => onChange({ ...filters, receivedFrom: from, receivedTo: to })} />
      <DaysFilter label={t('list.filter.due')} periods={due} days={{ from: filters.dueFrom, to: filters.dueTo }} onChange={({ from, to }) => onChange({ ...filters, dueFrom: from, dueTo: to })} />
    </>
  )
}

export function ActiveFilters({ filters, fields, onChange }: Props): ReactElement | null {
  const { t } = useTranslation()
  const active = useActiveFilters(filters, fields)
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
      {isAboutEnded(filters) && <p className="muted">{t('list.endedHint')}</p>}
    </div>
  )
}
