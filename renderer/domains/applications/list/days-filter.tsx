import { use, useState, type ReactElement } from 'react'
import { Button, DialogTrigger, OverlayTriggerStateContext } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../../core-client/core-context.tsx'
import { FilterButton } from '../../../ui/choice-filter.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { PopoverDialog } from '../../../ui/popover-dialog.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { PERIODS, periodStart, type DaysProblem, type Filters } from './filters.ts'

type Days = Pick<Filters, 'receivedFrom' | 'receivedTo'>

interface Props {
  readonly days: Days
  readonly onChange: (days: Days) => void
}

/** Narrows the list to days of receipt: by a period with one press, or by typing both days. */
export function DaysFilter({ days, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const count = (days.receivedFrom ? 1 : 0) + (days.receivedTo ? 1 : 0)
  return (
    <DialogTrigger>
      <FilterButton label={t('list.filter.received')} count={count} />
      <PopoverDialog label={t('list.filter.received')} side="start">
        <DaysForm days={days} onChange={onChange} />
      </PopoverDialog>
    </DialogTrigger>
  )
}

function DaysForm({ days, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const { clock } = useCore()
  const popover = use(OverlayTriggerStateContext)
  const choose = (chosen: Days): void => {
    onChange(chosen)
    popover?.close()
  }
  return (
    <div className="days">
      <div className="days__periods">
        {PERIODS.map(period => (
          <Button key={period} className="button button--secondary" onPress={() => choose({ receivedFrom: periodStart(period, clock.nowMs()), receivedTo: null })}>
            {t(`list.filter.${period}`)}
          </Button>
        ))}
      </div>
      <TypedDays days={days} onChange={choose} />
      <div className="popover__foot">
        <Button className="button button--quiet" onPress={() => choose({ receivedFrom: null, receivedTo: null })}>{t('list.filter.clear')}</Button>
      </div>
    </div>
  )
}

function TypedDays({ days, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = (day: string | null): string => (day ? formatPlainDay(day, language) : '')
  const [from, setFrom] = useState(shown(days.receivedFrom))
  const [to, setTo] = useState(shown(days.receivedTo))
  const [problem, setProblem] = useState<DaysProblem>()
  const apply = (): void => {
    const found = readDays(from, to)
    if ('problem' in found) setProblem(found.problem)
    else onChange(found.days)
  }
  const wrong = (field: DaysProblem): string | undefined => (problem === field ? t('list.filter.dateWrong') : undefined)
  return (
    <form noValidate className="days__typed" onSubmit={event => { event.preventDefault(); apply() }}>
      <TextInput label={t('list.filter.from')} value={from} onChange={setFrom} placeholder={t('list.filter.dateHint')} error={wrong('from')} />
      <TextInput label={t('list.filter.to')} value={to} onChange={setTo} placeholder={t('list.filter.dateHint')} error={problem === 'order' ? t('list.filter.dateOrder') : wrong('to')} />
      <Button type="submit" className="button button--primary">{t('common.apply')}</Button>
    </form>
  )
}

/** What was typed as days; an empty field is no bound. */
export function readDays(from: string, to: string): { readonly days: Days } | { readonly problem: DaysProblem } {
  const receivedFrom = from.trim() ? parseDay(from) : null
  const receivedTo = to.trim() ? parseDay(to) : null
  if (receivedFrom === undefined) return { problem: 'from' }
  if (receivedTo === undefined) return { problem: 'to' }
  if (receivedFrom && receivedTo && receivedTo < receivedFrom) return { problem: 'order' }
  return { days: { receivedFrom, receivedTo } }
}
