import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { MOST_CALENDAR_SIGNS, type FoundAbsences } from '../../../../shared/contract/appointments.ts'
import type { PlaceId, ResourceId } from '../../../../shared/ids.ts'
import type { Result } from '../../../../shared/result.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

/** Null for all of the place. */
export type AbsentCounter = ResourceId | null

interface Absences {
  readonly counter: AbsentCounter
  readonly fileName: string | undefined
  readonly found: FoundAbsences | undefined
  readonly isReading: boolean
  readonly refusal: RefusalShown | undefined
  readonly chooseCounter: (counter: AbsentCounter) => void
  readonly chooseFile: (file: File) => void
}

/** What the calendar of a file would close, read anew for another counter. */
export function useAbsences(placeId: PlaceId): Absences {
  const { client } = useCore()
  const [counter, setCounter] = useState<AbsentCounter>(null)
  const [file, setFile] = useState<File>()
  const { mutate, data, isError, isPending } = useMutation({
    mutationFn: async ({ from, at }: { readonly from: File; readonly at: AbsentCounter }): Promise<Result<FoundAbsences, RefusalShown>> => {
      // Every sign takes a byte at least.
      if (from.size > MOST_CALENDAR_SIGNS) return { ok: false, error: { code: 'calendar/unreadable' } }
      return client.appointments.absences({ placeId, resourceIds: at === null ? [] : [at], text: await from.text() })
    },
  })
  return {
    counter, fileName: file?.name, isReading: isPending,
    found: data?.ok && !isPending ? data.value : undefined,
    refusal: isPending ? undefined : isError ? { code: 'request/unexpected' } : data && !data.ok ? data.error : undefined,
    chooseCounter: at => {
      setCounter(at)
      if (file) mutate({ from: file, at })
    },
    chooseFile: chosen => {
      setFile(chosen)
      mutate({ from: chosen, at: counter })
    },
  }
}
