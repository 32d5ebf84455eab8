import { useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ApplicationId } from '../../shared/ids.ts'
import { CapturePage } from '../domains/applications/capture/capture-page.tsx'
import { FromMessage } from '../domains/messages/inbox/from-message.tsx'
import { useInboxCommand } from '../domains/messages/inbox/mutations.ts'

/** An application taken down; from a citizen's message it stands beside the form and is handed over into the case that is made. */
export function CaptureRoute(): ReactElement {
  const { message } = useSearch({ from: '/$page' })
  const { run } = useInboxCommand('link')
  if (!message) return <CapturePage />
  return <CapturePage before={<FromMessage id={message} />} onTaken={id => void run({ conversationId: message, applicationId: ApplicationId.parse(id) })} />
}
