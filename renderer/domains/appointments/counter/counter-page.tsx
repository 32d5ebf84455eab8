import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { Resource } from '../../../../shared/domains/appointments/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { Json } from '../../../../shared/json.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { usePreference } from '../../../ui/use-preference.ts'
import { BookingDialog } from '../booking/booking-dialog.tsx'
import { PlaceScreen } from '../place-screen.tsx'
import { useAppointments } from '../queries.ts'
import { ExpectedPanel } from './expected-panel.tsx'
import { MyCounter } from './my-counter.tsx'
import { GonePanel, OthersPanel, ParkedPanel } from './other-lists.tsx'
import { counterOf, counterView } from './queue.ts'
import { RefusedWalkIns } from './refused-walk-ins.tsx'
import { useCounter } from './use-counter.ts'
import { WaitingPanel } from './waiting-panel.tsx'
import { WalkInDialog } from './walk-in-dialog.tsx'
import './counter.css'

/** Today as somebody at a counter needs it: whom to call, who is here, who is still to come. */
export function CounterPage(): ReactElement {
  const { t } = useTranslation()
  return <PlaceScreen title={t('counter.title')} actions={actionsAt}>{here => <CounterAt key={here.place.id} here={here} />}</PlaceScreen>
}

const actionsAt = (here: FurnishedPlace): ReactElement => <Actions here={here} />

function Actions({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'walk-in' | 'booking'>()
  const close = (): void => setOpen(undefined)
  return (
    <>
      <Button icon="plus" onPress={() => setOpen('walk-in')}>{t('counter.walkIn')}</Button>
      <Button icon="calendar" onPress={() => setOpen('booking')}>{t('booking.title')}</Button>
      {open === 'walk-in' && <WalkInDialog here={here} onClose={close} />}
      {open === 'booking' && <BookingDialog here={here} onClose={close} />}
    </>
  )
}

const isText = (value: Json): value is string => typeof value === 'string'

function CounterAt({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const today = useToday(here)
  const me = usePerson().personId
  const { isReady, value, set } = usePreference<string>(`appointments.counter:${here.place.id}`, isText)
  const own = today && isReady ? counterOf(here, value, today, me) : undefined
  if (!today || !isReady) return <p className="muted">{t('common.loading')}</p>
  if (!own) return <div className="empty"><p>{t('counter.noCounter')}</p><p>{t('appointments.noPlaceHint')}</p></div>
  return <CounterDesk here={here} own={own} today={today} onChoose={set} />
}

function useToday(here: FurnishedPlace): readonly ShownAppointment[] | undefined {
  const day = germanDayAt(useNow())
  return useAppointments(here.place.id, day, day)
}

interface DeskProps {
  readonly here: FurnishedPlace
  readonly own: Resource
  readonly today: readonly ShownAppointment[]
  readonly onChoose: (counterId: string) => void
}

function CounterDesk({ here, own, today, onChoose }: DeskProps): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow()
  const isOnline = useStatus()?.connection === 'online'
  const counter = useCounter(own.id, today)
  const view = useMemo(() => counterView(today, here, own.id, instantFromMs(nowMs)), [today, here, own.id, nowMs])
  return (
    <>
      {!isOnline && <output className="callout counter__offline">{t('counter.offline')}</output>}
      <RefusedWalkIns here={here} />
      <div className="counter">
        <div className="counter__main">
          <MyCounter here={here} own={own} view={view} counter={counter} onChoose={onChoose} />
          <WaitingPanel here={here} view={view} counter={counter} />
          <ParkedPanel here={here} view={view} counter={counter} />
          <OthersPanel view={view} />
        </div>
        <div className="counter__side">
          <ExpectedPanel here={here} view={view} counter={counter} />
          <GonePanel here={here} view={view} counter={counter} />
        </div>
      </div>
    </>
  )
}
