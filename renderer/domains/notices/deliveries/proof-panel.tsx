import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunLine } from '../../../../shared/contract/notice-deliveries.ts'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import { knownFacts, ofKind } from '../../../../shared/domains/notices/clock/known-facts.ts'
import { useCore, useStatus } from '../../../core-client/core-context.tsx'
import { fromBase64 } from '../../../ui/bytes.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { fileName, offerDownload } from '../../../ui/download.ts'
import { formatDayAndTime, formatPlainDay } from '../../../ui/format.ts'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { SheetButton } from '../../../ui/sheet-button.tsx'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { NoticeStageMark } from '../list/stage-mark.tsx'
import { useNotice } from '../queries.ts'
import { SavingWords } from '../saving-words.tsx'
import { wayWords } from '../way/way-words.ts'

/** All that proves how the chosen notice reached its recipient, and the sheet of it for the file. */
export function ProofPanel({ line: { id, runId, name, reference, channel, registered } }: { readonly line: RunLine }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const read = useNotice(id)
  // Until it is here, the one before must not be taken for it.
  const notice = read?.id === id ? read : undefined
  return (
    <aside className="deliveries__one" aria-label={t('noticeDeliveries.one.title')}>
      <h2 className="deliveries__name">{name}</h2>
      <p className="muted">{reference}, {wayWords(t, channel, registered)}</p>
      {notice ? <Proved notice={notice} /> : <p className="muted">{t('common.loading')}</p>}
      <div className="row">
        <SheetButton label={t('noticeDeliveries.one.proof')} title={t('noticeDeliveries.one.proofTitle', { name })} offline={t('noticeDeliveries.one.offline')} ask={() => client.noticeDeliveries.proof({ noticeId: id })} />
        <SaveProof id={id} reference={reference} />
      </div>
      <Link to="/notices/$id" params={{ id: runId }}>{t('noticeDeliveries.one.run')}</Link>
    </aside>
  )
}

function SaveProof({ id, reference }: Pick<RunLine, 'id' | 'reference'>): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const saving = useMutation({
    mutationFn: () => client.noticeDeliveries.proof({ noticeId: id }),
    onSuccess: answer => { if (answer.ok) offerDownload(new Blob([fromBase64(answer.value.pdf)]), fileName([t('noticeDeliveries.one.file', { reference })], 'pdf')) },
  })
  const save = useOneAtATime(() => saving.mutateAsync())
  return (
    <>
      <ActionButton icon="download" refusal={isOnline ? undefined : t('noticeDeliveries.one.offline')} onPress={save}>{t('noticeDeliveries.one.save')}</ActionButton>
      <SavingWords saving={saving} making={t('noticeDeliveries.one.saving')} saved={t('noticeDeliveries.print.saved')} />
    </>
  )
}

function Proved({ notice: { id, sent, facts, isPending } }: { readonly notice: ShownNotice }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!sent) return null
  const known = knownFacts(facts).facts
  const atOf = (kind: 'provided' | 'retrieved'): string => ofKind(known, kind).map(({ at }) => formatDayAndTime(at, language)).join(', ')
  const rows: readonly (readonly [string, string])[] = [
    [t('noticeDeliveries.one.handedOver'), sent.handedOverAt ? formatDayAndTime(sent.handedOverAt, language) : ''], [t('noticeDeliveries.one.posted'), sent.postedDay ? formatPlainDay(sent.postedDay, language) : ''],
    [t('noticeDeliveries.one.provided'), atOf('provided')], [t('noticeDeliveries.one.retrieved'), atOf('retrieved')], [t('noticeDeliveries.one.attempt'), String(sent.attempt)], [t('noticeDeliveries.one.letterId'), sent.letterId ?? ''],
    [t('noticeDeliveries.one.printName'), sent.channel === 'post' && sent.handedOverAt ? `${id}/${sent.attempt}` : ''], [t('noticeDeliveries.one.track'), sent.track ? `${sent.track.code}, ${formatDayAndTime(sent.track.at, language)}` : ''],
    [t('noticeDeliveries.one.reason'), sent.reason ?? ''], [t('noticeDeliveries.one.hash'), sent.sha256 ?? ''],
  ]
  return (
    <>
      <span className="row"><NoticeStageMark stage={sent.state} /><span className="muted">{formatDayAndTime(sent.changedAt, language)}</span>{isPending && <PendingMark />}</span>
      <dl className="deliveries__facts">{rows.filter(([, value]) => value !== '').map(([title, value]) => <div key={title}><dt>{title}</dt><dd>{value}</dd></div>)}</dl>
    </>
  )
}
