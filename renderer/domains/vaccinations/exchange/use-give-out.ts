import { useMutation } from '@tanstack/react-query'
import type { VaccinationId } from '../../../../shared/ids.ts'
import type { RecordsExport } from '../../../../shared/wire/vaccinations.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { offerDownload } from '../../../ui/download.ts'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

interface GiveOut {
  readonly run: (wanted: Pick<RecordsExport, 'purpose' | 'format'>) => void
  readonly isRunning: boolean
  readonly refusal: RefusalShown | undefined
  /** How many records the file has that was made. */
  readonly given: number | undefined
}

/** Asks the service for the records of a person and puts the file among the downloads. */
export function useGiveOut(vaccinationId: VaccinationId, filename: string): GiveOut {
  const { client } = useCore()
  const { mutate, data, isPending, isError } = useMutation({
    mutationFn: async (wanted: Pick<RecordsExport, 'purpose' | 'format'>) => {
      const answer = await client.vaccinations['export-records']({ vaccinationId, ...wanted })
      if (answer.ok) offerDownload(new Blob([answer.value.text]), filename)
      // The page keeps none of it.
      return answer.ok ? { ok: true, records: answer.value.records } as const : answer
    },
  })
  const refusal = isError ? { code: 'request/unexpected' } as const : data && !data.ok ? data.error : undefined
  return { run: mutate, isRunning: isPending, refusal: isPending ? undefined : refusal, given: data?.ok && !isPending ? data.records : undefined }
}
