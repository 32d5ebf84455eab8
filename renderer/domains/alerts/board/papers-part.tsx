import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { CountyDialog } from './county-dialog.tsx'
import { usePaper } from './use-paper.ts'

const FORMS = ['pdf', 'csv'] as const

interface Props {
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
}

/** What of a message goes on paper: all that became of it, and the request to the county, which alone warns by the federal system. */
export function PapersPart({ alert, topic }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const [isAsking, setAsking] = useState(false)
  const { fetch, isRunning } = usePaper(client.alerts.report)
  const offline = isOnline ? undefined : t('alertRelease.offline')
  const isForCounty = topic?.kind === 'hazard' && alert.mode === 'live'
  return (
    <div className="row">
      {FORMS.map(form => <ActionButton key={form} icon="download" refusal={offline} onPress={() => { if (!isRunning) void fetch({ alertId: alert.id, form }) }}>{t(`alertBoard.report.${form}`)}</ActionButton>)}
      {isForCounty && <ActionButton icon="file" refusal={offline} onPress={() => setAsking(true)}>{t('alertBoard.county.button')}</ActionButton>}
      {isAsking && <CountyDialog alert={alert} onClose={() => setAsking(false)} />}
    </div>
  )
}
