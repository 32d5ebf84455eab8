import { useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { errorSentences, type RefusalShown } from '../../../ui/error-sentences.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import type { BookingDraft } from './booking-draft.ts'
import { mostPersons } from './most-persons.ts'
import type { Chosen, TimeStep } from './offers.ts'
import { PersonFields } from './person-fields.tsx'
import { PersonsField } from './persons-field.tsx'
import { ReadOut } from './read-out.tsx'
import { SecondAppointment, useSecond, type Second } from './second-appointment.tsx'
import { ServicePicker } from './service-picker.tsx'
import { TimesList, useTimeWords } from './times-list.tsx'
import { useBook, type Booked, type BookInput } from './use-book.ts'
import { useBookingDraft } from './use-booking-draft.ts'
import { useTimes, type WantedTime } from './use-times.ts'
import './booking.css'

interface Props {
  readonly here: FurnishedPlace
  /** A free time that was chosen before, in the calendar. */
  readonly at?: WantedTime | undefined
  /** Where somebody works at several places. */
  readonly placeChoice?: ReactNode
  readonly onClose: () => void
}

/** Books an appointment for somebody on the telephone or at the counter: what for, who and when, all of it by keyboard. */
export function BookingDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  const kept = useBookingDraft()
  return (
    <Dialog size="large" title={t('booking.title')} isOpen onClose={props.onClose}>
      {kept.draft ? <BookingForm {...props} kept={kept} draft={kept.draft} /> : <p className="muted">{t('common.loading')}</p>}
    </Dialog>
  )
}

interface FormProps extends Props {
  readonly kept: ReturnType<typeof useBookingDraft>
  readonly draft: BookingDraft
}

function BookingForm({ here, at, placeChoice, onClose, kept, draft: typed }: FormProps): ReactElement {
  const { t } = useTranslation()
  const [isFromEarlier, setFromEarlier] = useState(kept.isFromEarlier)
  const draft = fitting(typed, here)
  const times = useTimes({ here, serviceIds: draft.serviceIds, persons: draft.persons, at })
  const second = useSecond({ here, serviceIds: draft.serviceIds, persons: draft.persons, chosen: times.chosen })
  const sending = useSending({ here, draft, times, second: second.chosen, onBooked: kept.startAnew, onClose })
  const minutes = times.answer.kind === 'here' ? times.answer.value.minutes : undefined
  const startAnew = (): void => {
    kept.startAnew()
    setFromEarlier(false)
  }
  return (
    <form noValidate className="booking" onSubmit={event => event.preventDefault()} onKeyDownCapture={event => keyPressed(event, sending.send, times.step)}>
      {isFromEarlier && <p className="callout booking__earlier"><span>{t('booking.fromEarlier')}</span><Button kind="quiet" onPress={startAnew}>{t('booking.startAnew')}</Button></p>}
      <div className="booking__columns">
        <div className="stack">
          {placeChoice}
          <ServicePicker services={here.services} chosen={draft.serviceIds} error={sending.errors.service} onChange={serviceIds => kept.change({ serviceIds: [...serviceIds] })} />
          <PersonsField value={draft.persons} most={mostPersons(here.services, draft.serviceIds)} onChange={persons => kept.change({ persons })} />
          <PersonFields draft={draft} errors={sending.errors} nameRef={sending.nameRef} emailRef={sending.emailRef} onChange={kept.change} />
        </div>
        <div className="stack">
          <TimesList here={here} serviceIds={draft.serviceIds} times={times} />
          <SecondAppointment here={here} second={second} />
        </div>
      </div>
      <ReadOut here={here} serviceIds={draft.serviceIds} chosen={times.chosen ?? (draft.serviceIds.length === 0 ? at : undefined)} minutes={minutes} gone={times.gone} />
      <Ending sending={sending} onClose={onClose} />
    </form>
  )
}

function Ending({ sending: { refusal, isRunning, send }, onClose }: { readonly sending: Sending; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  return (
    <>
      {refusal && <Problem refusal={refusal} />}
      {!isOnline && <output className="callout">{t('booking.offline')}</output>}
      <div className="booking__end">
        <p className="booking__keys">{t('booking.keys')}</p>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" icon="check" isPending={isRunning} onPress={send}>{t(isRunning ? 'booking.sending' : isOnline ? 'booking.book' : 'booking.reserve')}</Button>
      </div>
    </>
  )
}

/** From every field: Ctrl+Enter books, Ctrl with the arrow keys goes through the times, with Shift by days. */
function keyPressed(event: KeyboardEvent, send: () => void, step: (step: TimeStep) => void): void {
  if (!event.ctrlKey || !['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Enter') send()
  else if (event.key === 'ArrowDown') step(event.shiftKey ? 'next-day' : 'next')
  else step(event.shiftKey ? 'previous-day' : 'previous')
}

/** What was begun at another place, or before a service was withdrawn, as far as it holds here. */
function fitting(draft: BookingDraft, here: FurnishedPlace): BookingDraft {
  const serviceIds = draft.serviceIds.filter(id => here.services.some(service => service.id === id && service.active))
  return { ...draft, serviceIds, persons: Math.min(draft.persons, mostPersons(here.services, serviceIds)) }
}

interface Sending {
  readonly send: () => void
  readonly isRunning: boolean
  readonly refusal: RefusalShown | undefined
  readonly errors: { readonly service: string | undefined; readonly name: string | undefined; readonly email: string | undefined }
  readonly nameRef: RefObject<HTMLInputElement | null>
  readonly emailRef: RefObject<HTMLInputElement | null>
}

interface SendingParts {
  readonly here: FurnishedPlace
  readonly draft: BookingDraft
  readonly times: ReturnType<typeof useTimes>
  readonly second: Second['chosen']
  readonly onBooked: () => void
  readonly onClose: () => void
}

function useSending({ here, draft, times, second, onBooked, onClose }: SendingParts): Sending {
  const { t } = useTranslation()
  const { book, isRunning, isHere } = useBook()
  const tell = useTelling()
  const show = useToast()
  const [wasTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<RefusalShown>()
  const [nameRef, emailRef] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const lacks = lacking(draft)
  const send = async (): Promise<void> => {
    setTried(true)
    setRefusal(undefined)
    if (lacks.name) nameRef.current?.focus()
    else if (lacks.email) emailRef.current?.focus()
    const { chosen } = times
    if (lacks.service || lacks.name || lacks.email || !chosen) return
    const booked = await book(bookingOf(here, draft, draft.serviceIds, chosen))
    if (!booked) return
    if (booked.kind === 'refused') {
      if (booked.refusal.code === 'appointments/slot-taken') times.exclude(chosen)
      setRefusal(booked.refusal)
    } else if (tell(booked, chosen, draft.name)) {
      if (second) await alsoBook(second)
      onBooked()
      // Another one may have been opened meanwhile.
      if (isHere()) onClose()
    }
  }
  // The first one stands whatever becomes of the second.
  const alsoBook = async (also: NonNullable<Second['chosen']>): Promise<void> => {
    const booked = await book(bookingOf(here, draft, [also.serviceId], also))
    if (booked?.kind === 'refused') show({ kind: 'refused', title: t('booking.secondRefused'), text: errorSentences(t, booked.refusal).happened })
    else if (booked) tell(booked, also, draft.name)
  }
  const missing = errorSentences(t, { code: 'appointments/name-missing' })
  return {
    send: () => void send(), isRunning, refusal, nameRef, emailRef,
    errors: {
      service: wasTried && lacks.service ? t('booking.serviceMissing') : undefined,
      name: wasTried && lacks.name ? `${missing.happened} ${missing.todo}` : undefined,
      email: wasTried && lacks.email ? t('booking.emailWrong') : undefined,
    },
  }
}

/** What is sent for an appointment at this time. */
const bookingOf = ({ place }: FurnishedPlace, { persons, name, phone, email, note, channel }: BookingDraft, serviceIds: BookingDraft['serviceIds'], { resourceId, startsAt }: Chosen): BookInput => ({
  placeId: place.id, serviceIds: [...serviceIds], persons, name, note, channel, email: email.trim() || null, phone: phone.trim() || null, resourceId, startsAt,
})

const lacking = ({ serviceIds, name, email }: BookingDraft): { readonly service: boolean; readonly name: boolean; readonly email: boolean } =>
  ({ service: serviceIds.length === 0, name: name.trim() === '', email: email.trim() !== '' && !z.email().safeParse(email.trim()).success })

/** Says what has become of it; false when nothing was saved. */
function useTelling(): (booked: Booked, chosen: Chosen, name: string) => boolean {
  const { t } = useTranslation()
  const show = useToast()
  const words = useTimeWords()
  return (booked, chosen, name) => {
    const text = t('booking.toldWhen', { time: words(chosen.startsAt, germanDay(chosen.startsAt)), name: name.trim() })
    if (booked.kind === 'not-saved') show({ kind: 'refused', title: t('connection.notSaved') })
    else if (booked.kind === 'reserved') show({ kind: 'waiting', title: t('booking.reserved'), text: `${text} ${t('booking.reservedMeaning')}` })
    else show({ kind: 'done', title: t('done.appointments.book'), text })
    return booked.kind !== 'not-saved'
  }
}
