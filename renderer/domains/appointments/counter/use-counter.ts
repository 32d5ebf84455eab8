import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { isPossible, type Redirection, type Step } from '../../../../shared/domains/appointments/counter-steps.ts'
import type { ErrorCode } from '../../../../shared/errors.ts'
import type { AppointmentId, ResourceId } from '../../../../shared/ids.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { refusalToast } from '../../../ui/refusal-toast.ts'
import { useToast } from '../../../ui/toasts.tsx'
import type { CommandAnswer } from '../../../ui/use-command-result.ts'
import { isStill, type Deed } from './deeds.ts'
import { useSteady } from '../../../ui/use-steady.ts'

/** Steps that are saved here first. */
export type QueueStep = Exclude<Step, 'call' | 'recall' | 'redirect' | 'cancel'>

export interface Counter {
  readonly counterId: ResourceId
  readonly isOnline: boolean
  /** Just after a step, while a second press would be one too many. */
  readonly isResting: boolean
  /** A call of this counter is under way; nobody else may be called meanwhile. */
  readonly isCalling: boolean
  readonly call: (appointment: ShownAppointment) => void
  readonly step: (appointment: ShownAppointment, step: QueueStep) => void
  /** Sends somebody on; answers whether that is saved, why not is told on the screen. */
  readonly redirect: (appointment: ShownAppointment, to: Redirection) => Promise<boolean>
  readonly takeBack: (appointment: ShownAppointment) => void
  /** The last step of this counter, as long as nothing else has happened to the appointment since; done at `atMs`. */
  readonly last: { readonly appointment: ShownAppointment; readonly deed: Deed; readonly atMs: number } | undefined
  /** Whom another counter called first. */
  readonly lost: ShownAppointment | undefined
}

/** Refusals that mean: it is no longer as this desk showed it. */
const OVERTAKEN: readonly ErrorCode[] = ['appointments/wrong-status', 'commands/changed-meanwhile']

interface Told {
  readonly id: AppointmentId
  readonly deed: Deed
  /** By the page's own clock: that of the service may differ by seconds. */
  readonly atMs: number
}

/** What can be done at one counter. Calls are the service's to decide; everything else is saved here first. */
export function useCounter(counterId: ResourceId, today: readonly ShownAppointment[]): Counter {
  const { client, clock } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const steady = useSteady()
  const told = useRefused()
  const [last, setLast] = useState<Told>()
  const [lostId, setLostId] = useState<AppointmentId>()
  const [called, setCalled] = useState<{ readonly id: AppointmentId; readonly version: number }>()
  const row = (id: AppointmentId | undefined): ShownAppointment | undefined => today.find(one => one.id === id)

  const call = async ({ id, version, status }: ShownAppointment): Promise<void> => {
    const deed = isPossible('recall', { status }) ? 'recall' : 'call'
    setLostId(undefined)
    // Until the change is on the screen: what is shown before is not what is true.
    setCalled({ id, version })
    const answer = await told(() => client.appointments.call({ appointmentId: id, counterId, again: deed === 'recall' }), OVERTAKEN)
    if (answer === 'done') setLast({ id, deed, atMs: clock.nowMs() })
    else setCalled(undefined)
    if (answer === 'overtaken') setLostId(id)
  }
  const step = async ({ id }: ShownAppointment, name: QueueStep): Promise<void> => {
    setLostId(undefined)
    if (await told(() => client.appointments.step({ appointmentId: id, step: name }), []) === 'done') setLast({ id, deed: name, atMs: clock.nowMs() })
  }
  const redirect = async ({ id }: ShownAppointment, to: Redirection): Promise<boolean> => {
    setLostId(undefined)
    if (await told(() => client.appointments.redirect({ appointmentId: id, ...to }), []) !== 'done') return false
    setLast({ id, deed: 'redirect', atMs: clock.nowMs() })
    return true
  }
  const takeBack = async ({ id }: ShownAppointment): Promise<void> => {
    if (await told(() => client.appointments['take-back']({ appointmentId: id }), []) === 'done') setLast(undefined)
  }
  const lastRow = row(last?.id)
  return {
    counterId,
    isOnline,
    isResting: steady.isResting,
    isCalling: isOnline && called !== undefined && row(called.id)?.version === called.version,
    call: appointment => steady.run(() => call(appointment)),
    step: (appointment, name) => steady.run(() => step(appointment, name)),
    redirect,
    takeBack: appointment => steady.run(() => takeBack(appointment)),
    last: last && lastRow && isStill(last.deed, lastRow, counterId) ? { ...last, appointment: lastRow } : undefined,
    lost: row(lostId),
  }
}

/** Runs a command; what is refused is told, except for those codes the screen has an answer of its own to. */
function useRefused(): (run: () => Promise<CommandAnswer>, expected: readonly ErrorCode[]) => Promise<'done' | 'overtaken' | 'refused'> {
  const { t } = useTranslation()
  const core = useCore()
  const show = useToast()
  return async (run, expected) => {
    if (core.connection.get() !== 'open') {
      show({ kind: 'refused', title: t('connection.notSaved') })
      return 'refused'
    }
    const answer = await run().catch((): CommandAnswer => ({ ok: false, error: { code: 'request/unexpected' } }))
    if (answer.ok) return 'done'
    if (expected.includes(answer.error.code)) return 'overtaken'
    show(refusalToast(t, answer.error))
    return 'refused'
  }
}
