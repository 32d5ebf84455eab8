import { useRef, useState } from 'react'
import type { StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { CommandId } from '../../../../shared/ids.ts'
import { msOf } from '../../../../shared/time.ts'
import { endOf } from '../../../core-client/command-end.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { choiceFor, type Choice, type Choices } from './work-plan.ts'

/** What has become of one row. `saved`: kept here and sent as soon as there is a link. */
export type RowResult = { readonly kind: 'running' | 'done' | 'saved' | 'left' } | {
  readonly kind: 'refused'
  readonly refusal: RefusalShown
  /** What waits for a decision since; null where nothing does. */
  readonly commandId: CommandId | null
}

export interface CarryOut {
  readonly state: 'idle' | 'running' | 'paused' | 'finished'
  readonly results: ReadonlyMap<string, RowResult>
  /** Carries out what was chosen, one row after the other; rows that were done before are left alone. */
  readonly start: (rows: readonly StrandedAppointment[], choices: Choices) => void
  readonly pause: () => void
}

/** Moves and cancels row by row. A row that is refused does not stop the others, and whoever pauses finds the rest as it was. */
export function useCarryOut(): CarryOut {
  const carry = useOneRow()
  const [state, setState] = useState<CarryOut['state']>('idle')
  const [results, setResults] = useState<CarryOut['results']>(new Map())
  const isPaused = useRef(false)
  const tell = (id: string, result: RowResult): void => setResults(known => new Map(known).set(id, result))
  const run = async (rows: readonly StrandedAppointment[], choices: Choices): Promise<void> => {
    isPaused.current = false
    setState('running')
    for (const row of rows) {
      const { id } = row.appointment
      const before = results.get(id)
      if (before?.kind === 'done' || before?.kind === 'saved') continue
      tell(id, { kind: 'running' })
      tell(id, await carry(row, choiceFor(choices, row), before))
      if (isPaused.current && row !== rows.at(-1)) return setState('paused')
    }
    setState('finished')
  }
  return { state, results, start: (rows, choices) => void run(rows, choices), pause: () => { isPaused.current = true } }
}

/** One row, until the service has answered. */
function useOneRow(): (row: StrandedAppointment, choice: Choice, before: RowResult | undefined) => Promise<RowResult> {
  const core = useCore()
  const { client } = core
  return async ({ appointment: { id: appointmentId } }, choice, before) => {
    try {
      if (choice.act === 'leave') {
        // Whoever leaves it after a refusal has decided; a later move or cancellation settles the refusal by itself.
        if (before?.kind === 'refused' && before.commandId) await client.status.settle({ id: before.commandId, how: 'dismiss' })
        return { kind: 'left' }
      }
      const answer = choice.act === 'cancel'
        ? await client.appointments.cancel({ appointmentId })
        : await client.appointments.move({ appointmentId, resourceId: choice.to.resourceId, startsAt: choice.to.startsAt, minutes: (msOf(choice.to.endsAt) - msOf(choice.to.startsAt)) / 60_000 })
      if (!answer.ok) return { kind: 'refused', refusal: answer.error, commandId: null }
      const end = await endOf(core, answer.value.commandId)
      if (end.kind === 'refused') return { kind: 'refused', refusal: end.item, commandId: end.item.id }
      return { kind: end.kind === 'waiting' ? 'saved' : 'done' }
    } catch {
      return { kind: 'refused', refusal: { code: 'request/unexpected' }, commandId: null }
    }
  }
}
