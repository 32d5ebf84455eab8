import type { ReactElement } from 'react'
import { contentHash } from '../../../../shared/canonical.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { useAlertCommand } from '../mutations.ts'
import { ConfirmForm } from './confirm-form.tsx'

interface Props {
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
  readonly onClose: () => void
}

/** The second person sends, with exactly the words on this screen. */
export function ReleaseDialog({ alert, topic, onClose }: Props): ReactElement {
  const { run, isRunning } = useAlertCommand('release')
  const send = (typed: string): Promise<boolean> => run({ alertId: alert.id, contentHash: contentHash(alert.content), typed })
  return <ConfirmForm alert={alert} topic={topic} isRunning={isRunning} onSend={send} onClose={onClose} />
}
