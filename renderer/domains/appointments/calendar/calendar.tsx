import { useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { onTheWall } from '../../../../shared/domains/appointments/clock-time.ts'
import { germanDay, germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { usePreference } from '../../../ui/use-preference.ts'
import { BookingDialog } from '../booking/booking-dialog.tsx'
import { AppointmentDialog } from './appointment-dialog.tsx'
import { blockOf, type Block } from './blocks.ts'
import { CalendarBody } from './calendar-body.tsx'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import { daysOf, type CalendarView } from './days.ts'
import { filtersHere, isFilters, isView, NO_FILTERS, type Filters } from './filters.ts'
import { Month } from './month.tsx'
import { RefusedMoves } from './refused-moves.tsx'
import { SearchField } from './search-field.tsx'
import type { FreeTimeChosen } from './time-grid.tsx'
import { titleOf } from './titles.ts'
import { useMove } from './use-move.ts'
import { useShown } from './use-shown.ts'
import { useWords } from './words.ts'

/** Where in the calendar somebody is, kept when they change to another place. */
export interface Spot {
  readonly day: string
  /** The appointment that was looked for. */
  readonly wanted: string | undefined
}

interface Props {
  readonly here: FurnishedPlace
  readonly spot: Spot
  readonly onSpot: (spot: Spot) => void
  /** An appointment was found that may be at another place. */
  readonly onFound: (appointment: ShownAppointment) => void
}

type Open = { readonly kind: 'appointment'; readonly id: string } | { readonly kind: 'free'; readonly chosen: FreeTimeChosen }

/** The calendar of one place. */
export function Calendar({ here, spot, onSpot, onFound }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const chosenView = useView()
  const { filters, setFilters } = useFilters(here)
  const words = useWords(here)
  const shown = useShown(here.place.id, chosenView.drawn, spot.day)
  const booked = useMemo((): readonly Block[] => shown?.appointments.map(blockOf) ?? [], [shown])
  const move = useMove(here, booked)
  const [open, setOpen] = useState<Open>()
  const opened = useOpened(open?.kind === 'appointment' ? open.id : undefined, booked)
  const title = useRef<HTMLHeadingElement>(null)
  const showDay = (day: string): void => {
    // What was pressed goes away with its view; the keyboard stands before the day.
    title.current?.focus()
    chosenView.set('day')
    onSpot({ day, wanted: undefined })
  }
  const close = (): void => setOpen(undefined)
  const found = (appointment: ShownAppointment): void => {
    if (chosenView.view === 'month') chosenView.set('day')
    onFound(appointment)
  }
  return (
    <div className="cal">
      <CalendarToolbar
        here={here} view={chosenView.view} day={spot.day} today={today} filters={filters} search={<SearchField words={words} onFound={found} />}
        onView={chosenView.set} onDay={day => onSpot({ day, wanted: undefined })} onFilters={setFilters}
      />
      <h2 ref={title} className="cal__title" tabIndex={-1}><span aria-live="polite">{titleOf(chosenView.drawn, spot.day, daysOf(chosenView.drawn, spot.day), language)}</span> <span className="cal__place">{here.place.name}</span></h2>
      <RefusedMoves here={here} />
      {chosenView.drawn === 'month' && <Month here={here} filters={filters} day={spot.day} today={today} words={words} onDay={showDay} />}
      {chosenView.drawn !== 'month' && !shown && <p className="muted">{t('common.loading')}</p>}
      {chosenView.drawn !== 'month' && shown && (
        <CalendarBody
          here={here} shown={shown} booked={booked} filters={filters} words={words} today={today} wanted={spot.wanted} move={move}
          onOpen={id => setOpen({ kind: 'appointment', id })} onFree={chosen => setOpen({ kind: 'free', chosen })}
          onDay={showDay}
        />
      )}
      {opened && <AppointmentDialog key={opened.id} here={here} appointment={opened} move={move} onClose={close} />}
      {open?.kind === 'free' && <BookingDialog here={here} at={{ resourceId: open.chosen.resourceId, startsAt: onTheWall(open.chosen.day).at(open.chosen.from) }} onClose={close} />}
    </div>
  )
}

/** The appointment whose window is open, as it is now; as it was last when it has been moved to a day that is not shown. */
function useOpened(id: string | undefined, booked: readonly Block[]): ShownAppointment | undefined {
  const now = id === undefined ? undefined : booked.find(({ appointment }) => appointment.id === id)?.appointment
  const [last, setLast] = useState<ShownAppointment>()
  if (now && now !== last) setLast(now)
  return id === undefined ? undefined : now ?? (last?.id === id ? last : undefined)
}

interface ChosenView {
  readonly view: CalendarView
  /** What is drawn: where there is no room for columns of days, their list. */
  readonly drawn: CalendarView
  readonly set: (view: CalendarView) => void
}

function useView(): ChosenView {
  const { value, set } = usePreference<CalendarView>('calendar.view', isView)
  const isNarrow = useMediaQuery('(max-width: 700px)')
  const view = value ?? 'day'
  return { view, drawn: isNarrow && view === 'week' ? 'agenda' : view, set }
}

function useFilters({ resources, services }: FurnishedPlace): { readonly filters: Filters; readonly setFilters: (filters: Filters) => void } {
  const { value, set } = usePreference<Filters>('calendar.filters', isFilters)
  // The columns are worked out anew with each other object.
  const filters = useMemo(() => filtersHere(value ?? NO_FILTERS, resources, services), [value, resources, services])
  return { filters, setFilters: set }
}

export const spotOf = ({ id, startsAt }: ShownAppointment): Spot => ({ day: germanDay(startsAt), wanted: id })
