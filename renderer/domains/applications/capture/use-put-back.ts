import { useCore } from '../../../core-client/core-context.tsx'
import { CAPTURE_DRAFT, draftFrom, type CaptureDraft } from './capture-draft.ts'
import { isBegun } from './refused-capture.ts'

/**
 * Puts a draft into the place from which the capture screen takes it up. False where another application has been begun
 * there: that one stays. The screen reads the place when it is opened, so it must not be open.
 */
export function usePutBack(): (draft: CaptureDraft) => Promise<boolean> {
  const { client } = useCore()
  return async draft => {
    const { value } = await client.preferences.get({ key: CAPTURE_DRAFT })
    if (isBegun(draftFrom(value))) return false
    await client.preferences.set({ key: CAPTURE_DRAFT, value: { ...draft } })
    return true
  }
}
