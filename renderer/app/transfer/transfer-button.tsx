import type { ReactElement } from 'react'
import { Button, DialogTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../../shared/contract/status.ts'
import { useNow, useStatus } from '../../core-client/core-context.tsx'
import { formatAge, formatDayAndTime, formatNumber } from '../../ui/format.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { PopoverDialog } from '../../ui/popover-dialog.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { FrameState } from '../frame/use-frame.ts'
import { PendingList } from './pending-list.tsx'

/** Always in sight: whether there is a connection, and what is not transferred yet, how many and since when. */
export function TransferButton({ frame }: { readonly frame: FrameState }): ReactElement | null {
  const { t } = useTranslation()
  const status = useStatus()
  if (!status) return null
  const { icon, tone } = lookOf(status)
  return (
    <DialogTrigger isOpen={frame.open === 'transfer'} onOpenChange={isOpen => (isOpen ? frame.show('transfer') : frame.close())}>
      <Button className={`transfer transfer--${tone}`}>
        <Icon name={icon} />
        <span className="transfer__text"><TransferText status={status} /></span>
      </Button>
      <PopoverDialog label={t('transfer.title')} side="end" className="transfer-panel">
        <TransferPanel status={status} onClose={frame.close} />
      </PopoverDialog>
    </DialogTrigger>
  )
}

function lookOf({ connection, outbox }: Status): { readonly icon: IconName; readonly tone: 'good' | 'wait' | 'off' } {
  if (connection === 'offline') return { icon: 'cloudOff', tone: 'off' }
  if (connection === 'connecting' || outbox.count > 0) return { icon: 'cloudWait', tone: 'wait' }
  return { icon: 'cloudDone', tone: 'good' }
}

function TransferText({ status: { connection, outbox } }: { readonly status: Status }): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow(1_000)
  const age = outbox.oldestAt ? formatAge(nowMs - Date.parse(outbox.oldestAt)) : ''
  return (
    <>
      <span className="transfer__state">{t(`transfer.${connection}`)}</span>
      <span className="transfer__count">
        {outbox.count > 0 ? t('transfer.waitingShort', { count: outbox.count, age }) : t('transfer.allDone')}
      </span>
    </>
  )
}

function TransferPanel({ status, onClose }: { readonly status: Status; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { connection, since, lastSyncAt, load, outbox } = status
  return (
    <div className="stack">
      <h2 className="panel__title">{t('transfer.title')}</h2>
      <p><strong>{t(`transfer.${connection}`)}</strong> {t('transfer.since', { time: formatDayAndTime(since, language) })}</p>
      <p>{t(`transfer.${connection}Meaning`)}</p>
      {load && <output>{t('load.title')}: {t('load.progress', { rows: formatNumber(load.rows, language), estimate: formatNumber(load.estimate, language) })}</output>}
      <p className="muted">{lastSyncAt ? t('transfer.lastSync', { time: formatDayAndTime(lastSyncAt, language) }) : t('transfer.neverSynced')}</p>
      {outbox.count > 0 ? <PendingList onLeave={onClose} /> : <p className="muted">{t('transfer.empty')}</p>}
      <div className="popover__foot"><Button className="button button--quiet" onPress={onClose}>{t('common.close')}</Button></div>
    </div>
  )
}
