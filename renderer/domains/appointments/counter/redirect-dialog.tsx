import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, ShownAppointment } from '../../../../shared/contract/appointments.ts'
import type { AppointmentServiceId, ResourceId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { onCtrlEnter } from '../../../ui/on-ctrl-enter.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import type { CounterView } from './queue.ts'
import { countersFor, servicesFor } from './redirect-choices.ts'
import type { Counter } from './use-counter.ts'
import { servicesOf, useNameOf } from './visit-facts.tsx'
import '../booking/booking.css'

interface Props {
  readonly here: FurnishedPlace
  readonly view: CounterView
  readonly appointment: ShownAppointment
  readonly counter: Counter
  readonly onClose: () => void
}

/** Sends whoever is at the counter on to another one, or for something else; nothing need be filled in. */
export function RedirectDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  const name = useNameOf()(props.appointment)
  return <Dialog title={t('counter.redirectTitle', { name })} isOpen onClose={props.onClose}><RedirectForm {...props} /></Dialog>
}

const ANY = 'any'
const SAME = 'same'

function RedirectForm({ here, view, appointment, counter, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [to, setTo] = useState(ANY)
  const [service, setService] = useState<AppointmentServiceId>()
  const [note, setNote] = useState('')
  const serviceIds = service ? [service] : appointment.serviceIds
  const counters = countersFor(here, counter.counterId, serviceIds)
  // A counter that does not give what is chosen now is none any more.
  const toCounterId = counters.find(({ id }) => id === to)?.id ?? null
  const isBusy = (id: ResourceId): boolean => view.others.some(other => other.counter.id === id && other.serving.length > 0)
  const services = servicesFor(here, appointment)
  const send = useOnce(async () => {
    if (await counter.redirect(appointment, { toCounterId, serviceIds: [...serviceIds], note })) onClose()
  })
  return (
    <form noValidate className="booking counter-form" onSubmit={event => event.preventDefault()} onKeyDownCapture={onCtrlEnter(send)}>
      <p>{t('counter.redirectMeaning')}</p>
      <Select
        hasFocus label={t('counter.redirectTo')} items={[{ id: ANY, name: t('counter.redirectAnywhere') }, ...counters.map(({ id, name }) => ({ id, name, note: t(isBusy(id) ? 'counter.busy' : 'counter.free') }))]}
        value={toCounterId ?? ANY} onChange={setTo}
      />
      <Select
        label={t('counter.redirectFor')} items={[{ id: SAME, name: t('counter.redirectSame', { services: servicesOf(here, appointment) }) }, ...services.map(({ id, title }) => ({ id, name: title }))]}
        value={service ?? SAME} onChange={chosen => setService(services.find(({ id }) => id === chosen)?.id)}
      />
      <TextInput label={t('counter.redirectNote')} value={note} maxLength={500} onChange={setNote} />
      <div className="booking__end">
        <p className="booking__keys">{t('counter.redirectKeys')}</p>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" icon="forward" onPress={send}>{t('counter.redirect')}</Button>
      </div>
    </form>
  )
}

/** Not a second time while it is under way: the state of the screen comes too late for a double click. */
function useOnce(act: () => Promise<void>): () => void {
  const isUnderWay = useRef(false)
  return () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    void act().finally(() => {
      isUnderWay.current = false
    })
  }
}
