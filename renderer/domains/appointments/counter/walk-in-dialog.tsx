import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { AppointmentId, derivedUuid, type CommandId } from '../../../../shared/ids.ts'
import { endOf } from '../../../core-client/command-end.ts'
import { useCore, useNow, useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { onCtrlEnter } from '../../../ui/on-ctrl-enter.ts'
import { Problem } from '../../../ui/problem.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { mostPersons } from '../booking/most-persons.ts'
import { PersonsField } from '../booking/persons-field.tsx'
import { ServicePicker } from '../booking/service-picker.tsx'
import { useAppointments } from '../queries.ts'
import type { RefusedWalkIn } from './use-refused-walk-ins.ts'
import { NOBODY, type Visitor } from './visitor.ts'
import '../booking/booking.css'

interface Props {
  readonly here: FurnishedPlace
  /** Somebody who was refused before, to be taken in after all. */
  readonly again?: RefusedWalkIn
  readonly onClose: () => void
}

const PRIORITIES = [{ priority: 1, word: 'first' }, { priority: 2, word: 'usual' }, { priority: 3, word: 'last' }] as const

/** Takes in somebody without an appointment: what for is enough. The ticket is shown large afterwards, to be read out. */
export function WalkInDialog({ here, again, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  // Kept here: a refusal that comes after the number was waited for finds everything as it was typed.
  const [typed, setTyped] = useState(again?.visitor ?? NOBODY)
  const [refusal, setRefusal] = useState<RefusalShown | undefined>(again)
  const [commandId, setCommandId] = useState<CommandId>()
  // What was refused stays among what needs a person, for whoever closes the window, until they are taken in after all.
  const [refusedId, setRefusedId] = useState(again?.id)
  const take = (id: CommandId): void => {
    setRefusal(undefined)
    setCommandId(id)
    setRefusedId(undefined)
    if (refusedId) void client.status.settle({ id: refusedId, how: 'dismiss' })
  }
  const refuseLater = (refused: RefusalShown): void => {
    setRefusal(refused)
    setRefusedId(commandId)
    setCommandId(undefined)
  }
  return (
    <Dialog size="medium" title={t('counter.walkIn')} isOpen onClose={onClose}>
      {commandId
        ? <TakenIn here={here} commandId={commandId} onClose={onClose} onRefused={refuseLater} />
        : <WalkInForm here={here} typed={typed} refusal={refusal} onType={setTyped} onClose={onClose} onTaken={take} onRefused={setRefusal} />}
    </Dialog>
  )
}

interface FormProps extends Pick<Props, 'here' | 'onClose'> {
  readonly typed: Visitor
  readonly refusal: RefusalShown | undefined
  readonly onType: (visitor: Visitor) => void
  readonly onTaken: (commandId: CommandId) => void
  readonly onRefused: (refusal: RefusalShown) => void
}

function WalkInForm({ here, typed, refusal, onType, onClose, onTaken, onRefused }: FormProps): ReactElement {
  const { t } = useTranslation()
  const most = mostPersons(here.services, typed.serviceIds)
  // A service that is added may be for fewer: what is shown is what is sent.
  const visitor = { ...typed, persons: Math.min(typed.persons, most) }
  const change = (part: Partial<Visitor>): void => onType({ ...typed, ...part })
  const { send, wasTried } = useTakeIn(here, visitor, onTaken, onRefused)
  return (
    <form noValidate className="booking counter-form" onSubmit={event => event.preventDefault()} onKeyDownCapture={onCtrlEnter(send)}>
      <ServicePicker services={here.services} chosen={visitor.serviceIds} error={wasTried && visitor.serviceIds.length === 0 ? t('booking.serviceMissing') : undefined} onChange={serviceIds => change({ serviceIds: [...serviceIds] })} />
      <PersonsField value={visitor.persons} most={most} onChange={persons => change({ persons })} />
      <TextInput label={t('counter.nameOptional')} hint={t('counter.nameHint')} value={visitor.name} maxLength={120} onChange={name => change({ name })} />
      <TextInput label={t('booking.note')} value={visitor.note} maxLength={1_000} onChange={note => change({ note })} />
      <RadioGroup className="segments" orientation="horizontal" value={String(visitor.priority)} onChange={chosen => change({ priority: Number(chosen) })}>
        <Label className="field__label">{t('counter.turn')}</Label>
        <div className="segments__row">{PRIORITIES.map(({ priority, word }) => <Radio key={word} value={String(priority)} className="segment">{t(`counter.priority.${word}`)}</Radio>)}</div>
      </RadioGroup>
      {refusal && <Problem refusal={refusal} />}
      <div className="booking__end">
        <p className="booking__keys">{t('counter.walkInKeys')}</p>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" icon="check" onPress={send}>{t('counter.takeIn')}</Button>
      </div>
    </form>
  )
}

function useTakeIn(here: FurnishedPlace, visitor: Visitor, onTaken: FormProps['onTaken'], onRefused: FormProps['onRefused']): { readonly send: () => void; readonly wasTried: boolean } {
  const { client } = useCore()
  const [wasTried, setTried] = useState(false)
  const isUnderWay = useRef(false)
  const send = async (): Promise<void> => {
    setTried(true)
    if (visitor.serviceIds.length === 0 || isUnderWay.current) return
    isUnderWay.current = true
    const { serviceIds, persons, name, note, priority } = visitor
    const input = { placeId: here.place.id, serviceIds: [...serviceIds], persons, name, note, priority, email: null, phone: null }
    const answer = await client.appointments['walk-in'](input).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const)
    isUnderWay.current = false
    if (answer.ok) onTaken(answer.value.commandId)
    else onRefused(answer.error)
  }
  return { send: () => void send(), wasTried }
}

/** Tells of a refusal while the window is open, which still has everything that was typed; without a link nobody knows yet. */
function useRefusal(commandId: CommandId, onRefused: (refusal: RefusalShown) => void): void {
  const core = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const tell = useEffectEvent(onRefused)
  useEffect(() => {
    let isHere = true
    const look = async (): Promise<void> => {
      const end = await endOf(core, commandId)
      if (isHere && end.kind === 'refused') tell({ code: end.item.code, facts: end.item.facts })
    }
    // Where the program itself does not answer, the refusal stays among what needs a person.
    if (isOnline) look().catch(() => undefined)
    return () => {
      isHere = false
    }
  }, [core, commandId, isOnline])
}

/** The ticket, as large as the person before the counter can read it. */
function TakenIn({ here, commandId, onClose, onRefused }: Pick<FormProps, 'here' | 'onClose' | 'onRefused'> & { readonly commandId: CommandId }): ReactElement {
  const { t } = useTranslation()
  useRefusal(commandId, onRefused)
  const close = useFirstFocus<HTMLButtonElement>()
  const day = germanDayAt(useNow())
  const isOnline = useStatus()?.connection === 'online'
  const id = AppointmentId.parse(derivedUuid(commandId, 'appointment'))
  const taken = useAppointments(here.place.id, day, day)?.find(appointment => appointment.id === id)
  return (
    <div className="taken-in">
      <output>
        {taken?.ticket
          ? <><span className="taken-in__label">{t('counter.ticket')}</span><strong className="taken-in__ticket">{taken.ticket}</strong></>
          : <span>{t(isOnline ? 'counter.ticketComing' : 'counter.ticketLater')}</span>}
      </output>
      <p>{t('counter.ticketMeaning')}</p>
      <DialogActions><Button kind="primary" ref={close} onPress={onClose}>{t('common.close')}</Button></DialogActions>
    </div>
  )
}
