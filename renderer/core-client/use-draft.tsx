import { createContext, use, useCallback, useEffect, useState } from 'react'
import { usePerson } from './core-context.tsx'
import { EMPTY_DRAFT, type Draft, type Drafts } from './drafts.ts'

export const DraftsContext = createContext<Drafts | undefined>(undefined)

interface OpenDraft {
  readonly draft: Draft
  /** False until what was typed before is here; until then nothing may be typed over it. */
  readonly isReady: boolean
  readonly change: (part: Partial<Draft>) => void
}

/** What this person has typed about a case, and the function that changes parts of it. */
export function useDraft(applicationId: string): OpenDraft {
  const drafts = use(DraftsContext)
  if (!drafts) throw new Error('useDraft is called outside of DraftsContext')
  const owner = usePerson().accountId
  const [read, setRead] = useState<Draft | undefined>(() => drafts.peek(owner, applicationId))
  useEffect(() => {
    let isCurrent = true
    const show = (draft: Draft): void => {
      if (isCurrent) setRead(draft)
    }
    void drafts.read(owner, applicationId).then(show, () => show(EMPTY_DRAFT))
    return () => {
      isCurrent = false
      drafts.flush()
    }
  }, [drafts, owner, applicationId])
  const change = useCallback((part: Partial<Draft>) => {
    drafts.change(owner, applicationId, part)
    // Several fields of a screen write parts of the same draft; what is kept is newer than what this one drew last.
    setRead(drafts.peek(owner, applicationId))
  }, [drafts, owner, applicationId])
  return { draft: read ?? EMPTY_DRAFT, isReady: read !== undefined, change }
}
