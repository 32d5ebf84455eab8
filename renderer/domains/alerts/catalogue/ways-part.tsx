import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNELS, type Channel } from '../../../../shared/domains/alerts/content.ts'
import type { ChannelState, WayState } from '../../../../shared/wire/alert-channel.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatRelative } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

/** Ways that everybody reads for themselves: nothing is handed over by them. */
const READ: readonly Channel[] = ['feed', 'display']
/** No drill goes to telephones, and none hangs in a lobby. */
const NOT_FOR_DRILLS: readonly Channel[] = ['sms', 'push', 'display']

/** Which ways stand ready, when each last carried something, and what has to be done for those that do not. */
export function WaysPart({ state }: { readonly state: ChannelState | undefined }): ReactElement {
  const { t } = useTranslation()
  if (!state) return <p className="late"><Icon name="cloudOff" size={16} /> {t('alertCatalogue.waysUnknown')}</p>
  const of = (mode: WayState['mode'], channel: Channel): WayState | undefined => state.ways.find(way => way.mode === mode && way.channel === channel)
  return (
    <DataTable isStackable caption={t('alertCatalogue.waysCaption')} heads={[t('alertBoard.way'), t('alertCatalogue.live'), t('alertCatalogue.lastCarried'), t('alertCatalogue.drills'), t('alertCatalogue.whatToDo')]}>
      {CHANNELS.map(channel => <Line key={channel} channel={channel} live={of('live', channel)} drill={of('training', channel)} />)}
    </DataTable>
  )
}

interface LineProps {
  readonly channel: Channel
  readonly live: WayState | undefined
  readonly drill: WayState | undefined
}

function Line({ channel, live, drill }: LineProps): ReactElement {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">{t(`alertBoard.ways.${channel}`)}</th>
      <td><SetUp isSetUp={live?.isSetUp ?? false} /></td>
      <td>{READ.includes(channel) ? t('alertCatalogue.readByAll') : <Last way={live} />}</td>
      <td>{NOT_FOR_DRILLS.includes(channel) ? t('alertCatalogue.notForDrills') : <SetUp isSetUp={drill?.isSetUp ?? false} />}</td>
      <td>{live?.isSetUp ? t(`alertCatalogue.wayReady.${channel}`) : t(`alertCatalogue.waySetUp.${channel}`)}</td>
    </tr>
  )
}

function SetUp({ isSetUp }: { readonly isSetUp: boolean }): ReactElement {
  const { t } = useTranslation()
  return <span className={`status status--${isSetUp ? 'good' : 'wait'}`}><Icon name={isSetUp ? 'checkCircle' : 'warning'} size={16} /><span>{t(isSetUp ? 'alertCatalogue.setUp' : 'alerts.away')}</span></span>
}

/** When it last carried something; that it failed since then is what somebody has to see. */
function Last({ way }: { readonly way: WayState | undefined }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const { handedAt = null, failedAt = null } = way ?? {}
  const hasFailedSince = failedAt !== null && (handedAt === null || failedAt > handedAt)
  return (
    <>
      {handedAt ? t('alertCatalogue.handedAt', { when: formatRelative(handedAt, nowMs, language) }) : t('alertCatalogue.neverHanded')}
      {hasFailedSince && <span className="catalogue-note late"><Icon name="warning" size={16} /> {t('alertCatalogue.failedAt', { when: formatRelative(failedAt, nowMs, language) })}</span>}
    </>
  )
}
