import { useEffect, type ReactElement } from 'react'
import { useReadable } from '../core-client/readable.ts'
import { NewAlertDialog } from '../domains/alerts/list/new-alert-dialog.tsx'
import { useTopicsToWriteOn } from '../domains/alerts/list/use-topics-to-write-on.ts'
import { useAlertCatalogue } from '../domains/alerts/queries.ts'
import { useDeskMode } from '../domains/alerts/training/use-training.ts'
import { useDesk } from './desk.tsx'

/** The dialog that begins a message to the public, whatever is open on the desk when it burns. */
export function Announcing(): ReactElement | null {
  const { announcing } = useDesk()
  const isOpen = useReadable(announcing)
  const catalogue = useAlertCatalogue()
  const topics = useTopicsToWriteOn()
  const mode = useDeskMode()
  // The next person at this desk begins without it.
  useEffect(() => () => announcing.set(false), [announcing])
  return isOpen && catalogue && topics.length > 0 ? <NewAlertDialog catalogue={catalogue} topics={topics} mode={mode} onClose={() => announcing.set(false)} /> : null
}
