import { useMutation } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertId } from '../../../../shared/ids.ts'
import type { WayProgress } from '../../../../shared/wire/alerts.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatExactTime, formatNumber } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { refusalToast } from '../../../ui/refusal-toast.ts'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { sumsOf } from './sums.ts'

interface Props {
  readonly alertId: AlertId
  readonly ways: readonly WayProgress[]
  readonly mayRetry: boolean
}

/** Each way by itself: one that is dead says nothing about the others. */
export function WayTable({ alertId, ways, mayRetry }: Props): ReactElement {
  const { t } = useTranslation()
  const number = (title: string) => ({ title, isNumber: true })
  const heads = [t('alertBoard.way'), t('alertBoard.state'), number(t('alertBoard.waiting')), number(t('alertBoard.handed')), number(t('alertBoard.failed')), `${t('alertBoard.first')} – ${t('alertBoard.last')}`]
  return (
    <DataTable caption={t('alertBoard.title')} isCaptionUnseen isStackable heads={heads}>
      {ways.map(way => <Way key={way.channel} alertId={alertId} way={way} mayRetry={mayRetry} />)}
    </DataTable>
  )
}

function Way({ alertId, way, mayRetry }: { readonly alertId: AlertId; readonly way: WayProgress; readonly mayRetry: boolean }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { channel, waiting, handed, failed, firstAt, lastAt, reasons, readBack } = way
  const isCounted = way.state !== 'published'
  const times = (firstAt === lastAt ? [firstAt] : [firstAt, lastAt]).flatMap(at => (at ? [formatExactTime(at, language)] : [])).join(' – ')
  const count = (value: number): string => (isCounted ? formatNumber(value, language) : '')
  return (
    <tr>
      <th scope="row">{t(`alertBoard.ways.${channel}`)}</th>
      <td>
        <State way={way} />
        {readBack && <p className={readBack === 'same' ? 'muted' : 'late'}>{t(`alertBoard.readBack.${readBack}`)}</p>}
        {reasons.map(({ reason, people }) => <p key={reason} className="alert-way__reason">{t('alertBoard.reasonOf', { reason: reasonWords(t, reason), people })}</p>)}
        {mayRetry && failed > 0 && <Retry alertId={alertId} channel={channel} />}
      </td>
      <td className="number">{count(waiting)}</td>
      <td className="number">{count(handed)}</td>
      <td className="number">{isCounted && failed > 0 ? <b className="late">{count(failed)}</b> : count(failed)}</td>
      <td>{times}</td>
    </tr>
  )
}

const REASONS = ['unsubscribed', 'stopped', 'expired', 'unreachable', 'number-unknown', 'not-entered', 'read-back', 'no-way'] as const

/** In words where we have some; what another server said stays as it said it. */
function reasonWords(t: TFunction, code: string): string {
  const known = REASONS.find(one => one === code)
  return known ? t(`alertBoard.reasons.${known}`) : t('alertBoard.reasons.refused', { code })
}

const LOOKS: Readonly<Record<WayProgress['state'], readonly [icon: IconName, tone: string]>> = {
  open: ['send', 'work'], done: ['checkCircle', 'good'], stopped: ['pause', 'bad'], expired: ['clock', 'wait'], published: ['globe', 'good'], away: ['cloudWait', 'wait'],
}

function State({ way }: { readonly way: WayProgress }): ReactElement {
  const { t } = useTranslation()
  const { handed, all } = sumsOf([way])
  const [icon, tone] = LOOKS[way.state]
  const words = <span className={`status status--${tone}`}><Icon name={icon} size={16} /><span>{t(`alertBoard.states.${way.state}`)}</span></span>
  if (way.state === 'done' && all === 0) return <span className="muted">{t('alertBoard.none')}</span>
  return all > 0 && way.state === 'open' ? <ShareBar percent={(handed / all) * 100}>{words}</ShareBar> : words
}

function Retry({ alertId, channel }: { readonly alertId: AlertId; readonly channel: WayProgress['channel'] }): ReactElement {
  const { t } = useTranslation()
  const { client, queries, queryClient } = useCore()
  const show = useToast()
  const { mutate, isPending } = useMutation({
    mutationFn: () => client.alerts.retry({ alertId, channel }),
    onSuccess: answer => {
      if (answer.ok) queryClient.setQueryData(queries.alerts.progress.queryKey({ input: { alertId } }), answer)
      show(answer.ok ? { kind: 'done', title: t('alertBoard.retried') } : refusalToast(t, answer.error))
    },
    onError: () => show(refusalToast(t, { code: 'request/unexpected' })),
  })
  return <Button icon="turn" aria-label={t('alertBoard.retryWay', { way: t(`alertBoard.ways.${channel}`) })} onPress={() => { if (!isPending) mutate() }}>{t('alertBoard.retry')}</Button>
}
