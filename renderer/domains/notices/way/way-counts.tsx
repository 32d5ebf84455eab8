import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS } from '../../../../shared/domains/notices/channels.ts'
import type { Checked } from '../../../../shared/domains/notices/tables.ts'

/** How many notices of a run go which way. */
export function WayCounts({ checked: { byChannel } }: { readonly checked: Pick<Checked, 'byChannel'> }): ReactElement {
  const { t } = useTranslation()
  const parts = CHANNELS.filter(channel => byChannel[channel] > 0).map(channel => t(`noticeDeliveries.counts.${channel}`, { count: byChannel[channel] }))
  return <>{t('noticeDeliveries.counts.title')} {parts.join(', ')}.</>
}
