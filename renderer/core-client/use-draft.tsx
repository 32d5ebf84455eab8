import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { usePerson } from './core-context.tsx'
import { EMPTY_DRAFT, joinDrafts, type Draft } from './draft.ts'
import type { Drafts } from './drafts.ts'

export const DraftsContext = createContext<Drafts | undefined>(undefined)

interface OpenDraft {
  readonly draft: Draft
  /** False until what was typed before is here, or cannot be read for now; who types sooner has both, one behind the other. */
  readonly isReady: boolean
  readonly change: (part: Partial<Draft>) => void
}

/** Puts words into what this person is writing about a case, behind what stands there already. */
export function useDraftTaker(): (applicationId: string, part: Partial<Draft>) => Promise<void> {
  const drafts = use(DraftsContext)
  if (!drafts) throw new Error('useDraftTaker is called outside of DraftsContext')
  const owner = usePerson().accountId
  return async (applicationId, part) => {
    const earlier = await drafts.read(owner, applicationId)
    drafts.change(owner, applicationId, joinDrafts(earlier, { ...EMPTY_DRAFT, ...part }))
    drafts.flush()
  }
}

/** What this person has typed about a case, and the function that changes parts of it. */
export function useDraft(applicationId: string): OpenDraft {
  const drafts = use(DraftsContext)
  if (!drafts) throw new Error('useDraft is called outside of DraftsContext')
  const owner = usePerson().accountId
  const known = useSyncExternalStore(drafts.subscribe, () => drafts.peek(owner, applicationId))
  const [unreadable, setUnreadable] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    drafts.read(owner, applicationId).catch(() => isCurrent && setUnreadable(applicationId))
    return () => {
      isCurrent = false
      drafts.flush()
    }
  }, [drafts, owner, applicationId])
  const change = useCallback((part: Partial<Draft>) => drafts.change(owner, applicationId, part), [drafts, owner, applicationId])
  return { draft: known ?? EMPTY_DRAFT, isReady: known !== undefined || unreadable === applicationId, change }
}
