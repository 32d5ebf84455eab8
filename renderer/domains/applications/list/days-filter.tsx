import { use, useState, type ReactElement } from 'react'
import { Button, DialogTrigger, OverlayTriggerStateContext } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { FilterButton } from '../../../ui/choice-filter.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { PopoverDialog } from '../../../ui/popover-dialog.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { DaysProblem } from './filters.ts'

/** Days of Germany, each bound or null, both included. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** Days that are chosen with one press. */
export interface Period {
  readonly name: string
  readonly days: Days
}

interface Props {
  readonly label: string
  readonly periods: readonly Period[]
  readonly days: Days
  readonly onChange: (days: Days) => void
}

/** Narrows the list to days: by a period with one press, or by typing both days. */
export function DaysFilter({ label, periods, days, onChange }: Props): ReactElement {
  const count = (days.from ? 1 : 0) + (days.to ? 1 : 0)
  return (
    <DialogTrigger>
      <FilterButton label={label} count={count} />
      <PopoverDialog label={label} side="start">
        <DaysForm periods={periods} days={days} onChange={onChange} />
      </PopoverDialog>
    </DialogTrigger>
  )
}

function DaysForm({ periods, days, onChange }: Omit<Props, 'label'>): ReactElement {
  const { t } = useTranslation()
  const popover = use(OverlayTriggerStateContext)
  const choose = (chosen: Days): void => {
    onChange(chosen)
    popover?.close()
  }
  return (
    <div className="days">
      <div className="days__periods">
        {periods.map(({ name, days: chosen }) => <Button key={name} className="button button--secondary" onPress={() => choose(chosen)}>{name}</Button>)}
      </div>
      <TypedDays days={days} onChange={choose} />
      <div className="popover__foot">
        <Button className="button button--quiet" onPress={() => choose({ from: null, to: null })}>{t('list.filter.clear')}</Button>
      </div>
    </div>
  )
}

function TypedDays({ days, onChange }: Pick<Props, 'days' | 'onChange'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const shown = (day: string | null): string => (day ? formatPlainDay(day, language) : '')
  const [from, setFrom] = useState(shown(days.from))
  const [to, setTo] = useState(shown(days.to))
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
  const first = from.trim() ? parseDay(from) : null
  const last = to.trim() ? parseDay(to) : null
  if (first === undefined) return { problem: 'from' }
  if (last === undefined) return { problem: 'to' }
  if (first && last && last < first) return { problem: 'order' }
  return { days: { from: first, to: last } }
}
