import { useLocation, useMatch } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { ApplicationId } from '../../shared/ids.ts'
import { useReadable } from '../core-client/readable.ts'
import { useCase } from '../domains/applications/queries.ts'
import type { About } from '../domains/suggestions/about.ts'
import { MakeSuggestionDialog } from '../domains/suggestions/make-dialog.tsx'
import { SuggestionsPage } from '../domains/suggestions/suggestions-page.tsx'
import { useDesk } from './desk.tsx'

export function SuggestionsRoute(): ReactElement {
  const { suggesting } = useDesk()
  return <SuggestionsPage onMake={() => suggesting.set(true)} />
}

/** The dialog for a suggestion, wherever on the desk one comes to mind. */
export function Suggesting(): ReactElement | null {
  const { suggesting } = useDesk()
  const isOpen = useReadable(suggesting)
  const opened = useMatch({ from: '/applications/$id', shouldThrow: false })
  const { pathname } = useLocation()
  const id = ApplicationId.safeParse(opened?.params.id)
  const close = (): void => suggesting.set(false)
  // The next person at this desk begins without it.
  useEffect(() => () => suggesting.set(false), [suggesting])
  if (!isOpen) return null
  if (id.success) return <AboutCase id={id.data} onClose={close} />
  return <MakeSuggestionDialog atHand={[{ kind: 'screen', screen: pathname.split('/')[1] ?? '' }]} onClose={close} />
}

/** On an open case it is most likely about its service. */
function AboutCase({ id, onClose }: { readonly id: ApplicationId; readonly onClose: () => void }): ReactElement {
  const answer = useCase(id)
  const service: readonly About[] = answer.kind === 'here' ? [{ kind: 'service', serviceId: answer.value.service.id }] : []
  return <MakeSuggestionDialog atHand={[...service, { kind: 'screen', screen: 'case' }]} onClose={onClose} />
}
