import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { AppointmentStatus } from '../../../../shared/domains/appointments/tables.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useSecrecyRefusal } from '../../people/use-secrets.ts'
import { CALENDAR_VIEWS, steppedDay, type CalendarView } from './days.ts'
import type { Filters } from './filters.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly view: CalendarView
  readonly day: string
  readonly today: string
  readonly filters: Filters
  readonly search: ReactNode
  readonly onView: (view: CalendarView) => void
  readonly onDay: (day: string) => void
  readonly onFilters: (filters: Filters) => void
}

/** Which days are seen, how, and what of them. */
export function CalendarToolbar(props: Props): ReactElement {
  const { t } = useTranslation()
  const { view, day, today, search, onView, onDay } = props
  const unknown = useSecrecyRefusal()
  const choose = (chosen: string): void => onView(CALENDAR_VIEWS.find(one => one === chosen) ?? 'day')
  return (
    <div className="cal-tools">
      <div className="cal-tools__days">
        <IconButton icon="left" label={t(`calendar.previous.${view}`)} onPress={() => onDay(steppedDay(view, day, -1))} />
        <Button onPress={() => onDay(today)}>{t('calendar.today')}</Button>
        <IconButton icon="right" label={t(`calendar.next.${view}`)} onPress={() => onDay(steppedDay(view, day, 1))} />
        <DayField key={day} day={day} onDay={onDay} />
      </div>
      <RadioGroup className="field" value={view} onChange={choose} orientation="horizontal">
        <Label className="field__label">{t('calendar.view')}</Label>
        <div className="cal-tools__views">{CALENDAR_VIEWS.map(one => <Radio key={one} value={one} className="cal-tools__view">{t(`calendar.views.${one}`)}</Radio>)}</div>
      </RadioGroup>
      <FilterRow {...props} />
      {search}
      <IconButton icon="print" label={t('calendar.print')} isDisabled={unknown !== undefined} onPress={() => window.print()} />
      {unknown && <p className="muted">{unknown}</p>}
    </div>
  )
}

function FilterRow({ here, filters, onFilters }: Props): ReactElement {
  const { t } = useTranslation()
  const statuses = AppointmentStatus.options.map(id => ({ id, name: t(`appointments.status.${id}`) }))
  return (
    <fieldset className="cal-tools__filters">
      <legend className="field__label">{t('calendar.show')}</legend>
      <div className="row">
        {here.resources.length > 1 && <ChoiceFilter label={t('calendar.counters')} items={here.resources} selected={filters.counters} onChange={counters => onFilters({ ...filters, counters })} />}
        <ChoiceFilter label={t('calendar.services')} items={here.services.map(({ id, title }) => ({ id, name: title }))} selected={filters.services} onChange={services => onFilters({ ...filters, services })} />
        <ChoiceFilter label={t('calendar.state')} items={statuses} selected={filters.statuses} onChange={chosen => onFilters({ ...filters, statuses: chosen })} />
      </div>
    </fieldset>
  )
}

/** A day that is typed; Enter leads there. */
function DayField({ day, onDay }: { readonly day: string; readonly onDay: (day: string) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState(() => formatPlainDay(day, language))
  const [isWrong, setWrong] = useState(false)
  const go = (event: FormEvent): void => {
    event.preventDefault()
    const read = parseDay(typed)
    setWrong(!read)
    if (read) onDay(read)
  }
  return (
    <form noValidate className="cal-tools__day" onSubmit={go}>
      <TextInput label={t('calendar.day')} value={typed} maxLength={10} error={isWrong ? t('calendar.dayWrong') : undefined} onChange={setTyped} />
    </form>
  )
}
