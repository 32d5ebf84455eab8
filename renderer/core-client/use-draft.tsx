import { createContext, use, useCallback, useEffect, useRef, useState } from 'react'
import { usePerson } from './core-context.tsx'
import { EMPTY_DRAFT, type Draft, type Drafts } from './drafts.ts'

export const DraftsContext = createContext<Drafts | undefined>(undefined)

/** What this person has typed about a case, and the function that changes parts of it. */
export function useDraft(applicationId: string): readonly [Draft, (change: Partial<Draft>) => void] {
  const drafts = use(DraftsContext)
  if (!drafts) throw new Error('useDraft is called outside of DraftsContext')
  const owner = usePerson().accountId
  const [draft, setDraft] = useState<Draft>(() => drafts.peek(owner, applicationId) ?? EMPTY_DRAFT)
  useEffect(() => {
    let isCurrent = true
    void drafts.read(owner, applicationId).then(read => isCurrent && setDraft(read))
    return () => {
      isCurrent = false
      drafts.flush()
    }
  }, [drafts, owner, applicationId])
  const shown = useRef(draft)
  useEffect(() => {
    shown.current = draft
  }, [draft])
  const change = useCallback((part: Partial<Draft>) => {
    // Several fields of a screen write parts of the same draft; what is kept is newer than what this one drew last.
    const next = { ...(drafts.peek(owner, applicationId) ?? shown.current), ...part }
    drafts.write(owner, applicationId, next)
    setDraft(next)
  }, [drafts, owner, applicationId])
  return [draft, change]
}
