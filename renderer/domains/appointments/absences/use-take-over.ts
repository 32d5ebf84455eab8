import { useState } from 'react'
import type { FoundAbsences } from '../../../../shared/contract/appointments.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

export type FoundAbsence = FoundAbsences['absences'][number]

/** What became of one closure. */
export type TakenOver = { readonly kind: 'running' | 'done' } | { readonly kind: 'refused'; readonly refusal: RefusalShown }

interface TakeOver {
  readonly state: 'idle' | 'running' | 'finished'
  readonly results: ReadonlyMap<string, TakenOver>
  readonly start: (absences: readonly FoundAbsence[]) => void
}

/** Sets closures one after the other; one that is refused does not stop the others. */
export function useTakeOver(placeId: PlaceId): TakeOver {
  const { client } = useCore()
  const [state, setState] = useState<TakeOver['state']>('idle')
  const [results, setResults] = useState<TakeOver['results']>(new Map())
  const set = async ({ lineId, content, strands }: FoundAbsence): Promise<TakenOver> => {
    try {
      const answer = await client.hours.set({ placeId, lineId, content, follows: null, strands })
      if (answer.ok) return { kind: 'done' }
      // One that was set before may have taken some of those booked already: fewer than were shown is no surprise.
      const left = answer.error.code === 'hours/strands-others' ? answer.error.facts?.['count'] : undefined
      if (typeof left !== 'number' || left >= strands) return { kind: 'refused', refusal: answer.error }
      const again = await client.hours.set({ placeId, lineId, content, follows: null, strands: left })
      return again.ok ? { kind: 'done' } : { kind: 'refused', refusal: again.error }
    } catch {
      return { kind: 'refused', refusal: { code: 'request/unexpected' } }
    }
  }
  const run = async (absences: readonly FoundAbsence[]): Promise<void> => {
    setState('running')
    const tell = (id: string, result: TakenOver): void => setResults(known => new Map(known).set(id, result))
    for (const absence of absences) {
      tell(absence.lineId, { kind: 'running' })
      tell(absence.lineId, await set(absence))
    }
    setState('finished')
  }
  return { state, results, start: absences => void run(absences) }
}
