import { useCallback, useEffect, useRef, useState } from 'react'
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
  const keep = useKeepDraft()
  const [content, setContent] = useState(() => startingContent(edited))
  const [keeping, setKeeping] = useState<Keeping>(edited.draft ? 'kept' : 'untouched')
  const latest = useRef(content)
  const isBegun = useRef(edited.draft !== null)
  const basedOn = useRef(edited.draft ? edited.draft.basedOn : edited.publishedHash)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keepNow = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    const answer = await keep({ serviceId, content: sent, basedOn: basedOn.current, isBegun: isBegun.current, departmentId: sent.departmentId || anyDepartment })
      .catch((): Awaited<ReturnType<typeof keep>> => ({ ok: false, error: { code: 'request/unexpected' } }))
    if (answer.ok) isBegun.current = true
    if (!answer.ok) setKeeping({ refusal: answer.error })
    else if (latest.current === sent) setKeeping('kept')
    return answer.ok
  }, [anyDepartment, keep, serviceId])

  /** One after the other: what is begun has to be begun before it is kept again. */
  const keepInTurn = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    timer.current = undefined
    running.current = running.current.then(() => keepNow())
    return running.current
  }, [keepNow])
  const flush = useCallback((): Promise<boolean> => (timer.current === undefined ? running.current : keepInTurn()), [keepInTurn])

  useEffect(() => () => void flush(), [flush])
  useEffect(() => {
    latest.current = content
  }, [content])

  const changedByOther = useOtherPerson(edited.draft, other => {
    if (keeping !== 'waiting') setContent(current => contentOf(other) ?? current)
  })

  return {
    content, keeping, changedByOther, flush,
    change: change => {
      latest.current = change(latest.current)
      setContent(latest.current)
      setKeeping('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keepInTurn(), PAUSE_MS)
    },
    rebase: async () => {
      basedOn.current = edited.publishedHash
      await keepInTurn()
    },
  }
}

/** Who else has changed the draft since it is open here; `follow` is told of each of their changes while it is drawn. */
function useOtherPerson(draft: EditedService['draft'], follow: (draft: NonNullable<EditedService['draft']>) => void): string | null {
  const own = usePerson().personId
  const [seenAt, setSeenAt] = useState(draft?.changedAt)
  const [name, setName] = useState<string | null>(null)
  if (draft && draft.changedAt !== seenAt) {
    setSeenAt(draft.changedAt)
    if (draft.changedBy !== own) {
      setName(draft.changedByName)
      follow(draft)
    }
  }
  return name
}

function startingContent({ service, form, draft }: EditedService): DraftContent {
  const written = draft ? contentOf(draft) : undefined
  if (written) return written
  if (!service || !form) throw new Error('a service is edited of which nothing can be read')
  return draftOf({ service, form })
}
