import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import { weekdayOf } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { Agenda, type AgendaDay } from './agenda.tsx'
import type { Block } from './blocks.ts'
import { counterColumns, dayColumns, type Column, type Shown } from './columns.ts'
import { isShownBy, type Filters } from './filters.ts'
import { TimeGrid, type FreeTimeChosen } from './time-grid.tsx'
import { columnTitle } from './titles.ts'
import type { Move } from './use-move.ts'
import { usePrinting } from './use-printing.ts'
import type { ShownDays } from './use-shown.ts'
import type { Words } from './words.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly shown: ShownDays
  readonly booked: readonly Block[]
  readonly filters: Filters
  readonly words: Words
  readonly today: string
  readonly wanted: string | undefined
  readonly move: Move
  readonly onOpen: (appointmentId: string) => void
  readonly onFree: (chosen: FreeTimeChosen) => void
  readonly onDay: (day: string) => void
}

/** As many lines as are drawn at first, and with each "more". */
const LINES = 150

const SATURDAY = 6

/** The days in the view that was chosen; on paper always as a list. */
export function CalendarBody(props: Props): ReactElement {
  const { here, shown: { view, day, days }, booked, filters, words, wanted, onOpen } = props
  const nowMs = useNow()
  const language = useLanguage()
  const isPrinting = usePrinting()
  const [lines, setLines] = useState(LINES)
  const from = useMemo((): Shown => ({
    here, booked, nowMs, language, wanted, resources: here.resources.filter(({ id }) => filters.counters.length === 0 || filters.counters.includes(id)),
    isShown: block => block.appointment.id === wanted || isShownBy(filters, block),
  }), [here, booked, nowMs, filters, wanted, language])
  const columns = useMemo(() => (view === 'day' ? counterColumns(from, day) : dayColumns(from, days)), [from, view, day, days])
  if (view === 'agenda' || isPrinting) return <Agenda days={agendaOf(from, days, view === 'day' ? dayColumns(from, days) : columns)} words={words} most={isPrinting ? Infinity : lines} onMore={() => setLines(lines + LINES)} onOpen={onOpen} />
  return view === 'day' ? <DayGrid {...props} columns={columns} /> : <WeekGrid {...props} columns={columns} />
}

/** In the list, those who came without a time stand too. */
function agendaOf({ booked, isShown }: Shown, days: readonly string[], columns: readonly Column[]): readonly AgendaDay[] {
  const byDay = Map.groupBy(booked.filter(isShown), block => block.day)
  return days.map((day, index) => {
    const column = columns[index]
    const closed = column?.open.length === 0 ? column.closed[0]?.title : undefined
    return { day, note: column?.holiday ?? closed, blocks: (byDay.get(day) ?? []).toSorted((one, other) => one.from - other.from) }
  })
}

interface GridProps extends Props {
  readonly columns: readonly Column[]
}

/** A column for each counter; where there is room for one only, the one that was chosen. */
function DayGrid({ columns, shown: { day }, ...props }: GridProps): ReactElement {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery('(max-width: 700px)')
  const [chosen, setChosen] = useState<string>()
  const wantedAt = columns.find(({ blocks }) => blocks.some(({ appointment }) => appointment.id === props.wanted))
  const one = columns.find(({ resource }) => resource?.id === chosen) ?? wantedAt ?? columns[0]
  const items = columns.flatMap(({ resource }) => (resource ? [resource] : [])).map(({ id, name }: Resource) => ({ id: String(id), name }))
  const drawn = isNarrow && one ? [one] : columns
  return (
    <>
      {isNarrow && items.length > 1 && <Select label={t('calendar.counter')} items={items} value={one?.resource?.id ?? null} onChange={setChosen} />}
      <TimeGrid {...props} key={`${day}${isNarrow ? one?.key : ''}`} columns={drawn} titleOf={({ resource }) => resource?.name ?? ''} label={t('calendar.gridOfDay')} />
    </>
  )
}

/** A column for each day; weekends only where there is something. */
function WeekGrid({ columns, shown: { days }, ...props }: GridProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const drawn = useMemo(() => columns.filter(({ day, open, blocks }) => weekdayOf(day) < SATURDAY || open.length > 0 || blocks.length > 0), [columns])
  return <TimeGrid {...props} key={days[0] ?? ''} columns={drawn} titleOf={({ day }) => columnTitle(day, language)} label={t('calendar.gridOfWeek')} />
}
