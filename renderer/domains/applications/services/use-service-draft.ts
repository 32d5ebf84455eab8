import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EditedService } from '../../../../shared/contract/services.ts'
import { contentOf } from '../../../../shared/domains/applications/service-commands.ts'
import { draftOf, type DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { useKeepDraft } from './mutations.ts'

export type Keeping = 'untouched' | 'kept' | 'waiting' | { readonly refusal: RefusalShown }

export interface OpenServiceDraft {
  readonly content: DraftContent
  readonly keeping: Keeping
  /** Somebody who changed this draft while it was open here. */
  readonly changedByOther: string | null
  readonly change: (change: (content: DraftContent) => DraftContent) => void
  /** Keeps at once what is waiting; false when it could not be kept. */
  readonly flush: () => Promise<boolean>
  /** Rests the draft on what is published now, after a person has compared. */
  readonly rebase: () => Promise<void>
}

/** A pause in typing after which the draft is kept. */
const PAUSE_MS = 900

/** What is being written about a service: kept by itself after every pause, and followed when somebody else goes on with it. */
export function useServiceDraft(serviceId: ServiceId, edited: EditedService, anyDepartment: string): OpenServiceDraft {
  const own = usePerson().personId
  const keep = useKeepDraft()
  const [content, setContent] = useState(() => startingContent(edited))
  const [keeping, setKeeping] = useState<Keeping>(edited.draft ? 'kept' : 'untouched')
  const [changedByOther, setChangedByOther] = useState<string | null>(null)
  const latest = useRef(content)
  const isBegun = useRef(edited.draft !== null)
  const basedOn = useRef(edited.draft ? edited.draft.basedOn : edited.publishedHash)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const isWaiting = keeping === 'waiting'

  const keepNow = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    const answer = await keep({ serviceId, content: sent, basedOn: basedOn.current, isBegun: isBegun.current, departmentId: sent.departmentId || anyDepartment })
      .catch((): Awaited<ReturnType<typeof keep>> => ({ ok: false, error: { code: 'request/unexpected' } }))
    if (answer.ok) isBegun.current = true
    if (!answer.ok) setKeeping({ refusal: answer.error })
    else if (latest.current === sent) setKeeping('kept')
    return answer.ok
  }, [anyDepartment, keep, serviceId])

  const flush = useCallback((): Promise<boolean> => {
    running.current = running.current.then(() => keepNow())
    return running.current
  }, [keepNow])

  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => void flush(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, flush, isWaiting])

  const leave = useEffectEvent(() => {
    if (isWaiting) void flush()
  })
  useEffect(() => () => leave(), [])

  const draft = edited.draft
  const [seenAt, setSeenAt] = useState(draft?.changedAt)
  if (draft && draft.changedAt !== seenAt) {
    setSeenAt(draft.changedAt)
    if (draft.changedBy !== own) {
      setChangedByOther(draft.changedByName)
      if (!isWaiting) setContent(contentOf(draft) ?? content)
    }
  }
  useEffect(() => {
    latest.current = content
  }, [content])

  return {
    content, keeping, changedByOther,
    flush: () => (isWaiting ? flush() : running.current),
    change: change => {
      setContent(change)
      setKeeping('waiting')
    },
    rebase: async () => {
      basedOn.current = edited.publishedHash
      await flush()
    },
  }
}

function startingContent({ service, form, draft }: EditedService): DraftContent {
  const written = draft ? contentOf(draft) : undefined
  if (written) return written
  if (!service || !form) throw new Error('a service is edited of which nothing can be read')
  return draftOf({ service, form })
}
