import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecallId, VaccinationId } from '../../../../shared/ids.ts'
import type { CoreClient } from '../../../core-client/connect.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { listed, type Listed } from './recall-rows.ts'

/** What has been read of a recall so far. */
export interface ReadPersons {
  readonly persons: readonly Listed[]
  /** How many there are; undefined until the service has said so. */
  readonly total: number | undefined
  readonly isComplete: boolean
  readonly refusal: RefusalShown | undefined
}

const NOTHING: ReadPersons = { persons: [], total: undefined, isComplete: false, refusal: undefined }
const PAGE = 500

/** Everybody of a recall, of all years, read from the service a page at a time; nothing of it stays with this desk. */
export function useRecallPersons(recallId: RecallId): ReadPersons & { readonly again: () => void } {
  const { client } = useCore()
  const [read, setRead] = useState(NOTHING)
  const running = useRef<AbortController>(undefined)
  const begin = useCallback((): AbortController => {
    running.current?.abort()
    const ended = new AbortController()
    running.current = ended
    void readAll(client, recallId, next => { if (!ended.signal.aborted) setRead(next) }, ended.signal)
    return ended
  }, [client, recallId])
  useEffect(() => {
    const ended = begin()
    return () => ended.abort()
  }, [begin])
  return { ...read, again: () => void begin() }
}

async function readAll(client: CoreClient, recallId: RecallId, show: (read: ReadPersons) => void, signal: AbortSignal): Promise<void> {
  let read = NOTHING
  let after: VaccinationId | null = null
  while (!read.isComplete && !read.refusal && !signal.aborted) {
    const page: Page = await client.vaccinations['recall-persons']({ recallId, after, limit: PAGE }).catch((): Page => ({ ok: false, error: { code: 'request/unexpected' } }))
    after = page.ok ? page.value.next : null
    read = page.ok
      ? { persons: [...read.persons, ...listed(page.value.persons)], total: page.value.figures.doses, isComplete: after === null, refusal: undefined }
      : { ...read, refusal: page.error }
    show(read)
  }
}

type Page = Awaited<ReturnType<CoreClient['vaccinations']['recall-persons']>>
