import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownHallBooking } from '../../../shared/contract/halls.ts'
import type { Hall } from '../../../shared/domains/halls/tables.ts'
import { germanDay, germanDayAt, plusMonths } from '../../../shared/german-days.ts'
import type { DepartmentId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { useNow, usePerson } from '../../core-client/core-context.tsx'
import { ActionButton, Button, IconButton } from '../../ui/button.tsx'
import { localeOf } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { BookingDetails } from './booking-details.tsx'
import { HallEditor } from './hall-editor.tsx'
import { MonthPlan, PlanLegend } from './month-plan.tsx'
import { daysOfMonth, planRows } from './plan-rows.ts'
import { useHallBookings, useHalls, useOpenHallBookings } from './queries.ts'
import { RequestDialog } from './request-dialog.tsx'
import { TodoList } from './todo-list.tsx'
import './halls.css'

type Shown = { readonly kind: 'request' } | { readonly kind: 'edit'; readonly departmentId: DepartmentId } | { readonly kind: 'booking'; readonly id: string; readonly day: string }

/** Rooms and village community houses: what is to be done, and one plan of who has which house when. */
export function HallsPage(): ReactElement {
  const { t } = useTranslation()
  const halls = useHalls()
  const [shown, setShown] = useState<Shown>()
  const leads = usePerson().grants.find(({ role, departmentId }) => role === 'lead' && departmentId !== null)?.departmentId ?? undefined
  const isEmpty = halls?.length === 0
  const actions = halls && (
    <>
      {leads && <Button icon="pencil" onPress={() => setShown({ kind: 'edit', departmentId: leads })}>{t('halls.edit')}</Button>}
      {!isEmpty && <ActionButton kind="primary" icon="plus" isPrimary onPress={() => setShown({ kind: 'request' })}>{t('halls.request')}</ActionButton>}
    </>
  )
  return (
    <Screen title={t('pages.halls')} isWide actions={actions}>
      {!halls && <p className="muted">{t('common.loading')}</p>}
      {isEmpty && <div className="empty"><Icon name="calendar" size={32} /><p>{t('halls.none')}</p><p>{t('halls.noneHint')}</p></div>}
      {halls && !isEmpty && <Overview halls={halls} shown={shown} onShow={setShown} />}
      {halls && shown?.kind === 'request' && <RequestDialog halls={halls} onClose={() => setShown(undefined)} />}
      {halls && shown?.kind === 'edit' && <HallEditor halls={halls} departmentId={shown.departmentId} onClose={() => setShown(undefined)} />}
    </Screen>
  )
}

interface OverviewProps {
  readonly halls: readonly Hall[]
  readonly shown: Shown | undefined
  readonly onShow: (shown: Shown | undefined) => void
}

function Overview({ halls, shown, onShow }: OverviewProps): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow()
  const today = germanDayAt(nowMs)
  const [firstDay, setFirstDay] = useState(`${today.slice(0, 7)}-01`)
  const ofMonth = useHallBookings({ fromDay: firstDay, toDay: daysOfMonth(firstDay).at(-1) ?? firstDay })
  const open = useOpenHallBookings()
  // Whoever takes the last step goes on looking at the booking, though it is neither open then nor perhaps in this month.
  const ofItsDay = useHallBookings(shown?.kind === 'booking' ? { fromDay: shown.day, toDay: shown.day } : undefined)
  const known = united([...(ofMonth ?? []), ...(ofItsDay ?? [])], open ?? [])
  const chosen = shown?.kind === 'booking' ? known.find(({ id }) => id === shown.id) : undefined
  const openOne = (id: string): void => {
    const booking = known.find(one => one.id === id)
    if (booking) onShow({ kind: 'booking', id, day: germanDay(booking.startsAt) })
  }
  return (
    <div className="stack">
      {open && <TodoList halls={halls} bookings={open} now={instantFromMs(nowMs)} onOpen={openOne} />}
      <MonthChoice firstDay={firstDay} today={today} onChange={setFirstDay} />
      {/* A plan that is not read yet would show every house free. */}
      {ofMonth ? <MonthPlan rows={planRows(halls, ofMonth, firstDay)} firstDay={firstDay} today={today} onOpen={openOne} /> : <p className="muted">{t('common.loading')}</p>}
      <PlanLegend />
      {chosen && <BookingDetails key={chosen.id} booking={chosen} hall={halls.find(({ id }) => id === chosen.hallId)} bookings={known} onClose={() => onShow(undefined)} />}
    </div>
  )
}

/** Each once; what is open may lie in another month than the one that is shown. */
const united = (one: readonly ShownHallBooking[], other: readonly ShownHallBooking[]): readonly ShownHallBooking[] =>
  [...new Map([...one, ...other].map(booking => [booking.id, booking])).values()].toSorted((first, second) => (first.startsAt < second.startsAt ? -1 : 1))

function MonthChoice({ firstDay, today, onChange }: { readonly firstDay: string; readonly today: string; readonly onChange: (firstDay: string) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${firstDay}T00:00:00Z`))
  return (
    <div className="hall-month">
      <IconButton icon="back" label={t('halls.monthBefore')} onPress={() => onChange(plusMonths(firstDay, -1))} />
      <h2 className="hall-month__name" aria-live="polite">{name}</h2>
      <span className="hall-month__next"><IconButton icon="back" label={t('halls.monthAfter')} onPress={() => onChange(plusMonths(firstDay, 1))} /></span>
      <Button onPress={() => onChange(`${today.slice(0, 7)}-01`)}>{t('halls.thisMonth')}</Button>
    </div>
  )
}
