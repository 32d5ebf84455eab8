import { Link } from '@tanstack/react-router'
import { useEffect, useId, useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft } from '../../../../shared/contract/notice-import.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useCore, useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { ColumnsPart } from './columns-part.tsx'
import { FilePart } from './file-part.tsx'
import { ReckoningPart } from './reckoning-part.tsx'
import { RowsPart } from './rows-part.tsx'
import { useImportDraft, useImportKinds, useImportStep } from './use-import.ts'
import './import.css'

interface Props {
  /** Shows a run that was prepared. */
  readonly onOpenRun: (runId: NoticeRunId) => void
}

/** From a table to a run of notices, on one page in three steps that all stay in sight. */
export function ImportPage({ onOpenRun }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const kinds = useImportKinds()
  const draft = useImportDraft()
  const isKnown = kinds !== undefined && draft !== undefined
  const drop = draft && draft.state !== 'taking' ? () => void client.noticeImport.drop({ id: draft.id }) : undefined
  useOpenedRun(draft, onOpenRun)
  return (
    <Screen
      isWide holdsFocus title={t('noticeImport.title')} intro={t('noticeImport.intro')}
      actions={<>
        <Link to="/$page" params={{ page: 'notices' }} className="button button--quiet">{t('notices.toList')}</Link>
        {drop && draft?.state !== 'taken' && draft?.state !== 'kept' && <Button icon="trash" onPress={drop}>{t('noticeImport.discard')}</Button>}
      </>}
    >
      {!isKnown && <p className="muted">{t('common.loading')}</p>}
      {isKnown && kinds.length === 0 && <div className="empty"><Icon name="mail" size={32} /><p>{t('noticeImport.noKinds')}</p></div>}
      {isKnown && kinds.length > 0 && <Standing kinds={kinds} draft={draft} onOpenRun={onOpenRun} onDrop={() => drop?.()} />}
    </Screen>
  )
}

interface StandingProps extends Props {
  readonly kinds: readonly NoticeKind[]
  readonly draft: ImportDraft | null
  readonly onDrop: () => void
}

function Standing({ kinds, draft, onOpenRun, onDrop }: StandingProps): ReactElement {
  if (draft?.state === 'kept') return <Kept draft={draft} onDrop={onDrop} />
  if (draft?.state === 'taken' && draft.runId) return <Taken runId={draft.runId} onOpenRun={onOpenRun} onAnother={onDrop} />
  return <Steps kinds={kinds} draft={draft} />
}

/** A run that was prepared while somebody watched opens by itself; one prepared meanwhile is offered to whoever comes back. */
function useOpenedRun(draft: ImportDraft | null | undefined, onOpenRun: Props['onOpenRun']): void {
  const { client } = useCore()
  const [isWatched, setWatched] = useState(false)
  if (draft?.state === 'taking' && !isWatched) setWatched(true)
  const taken = isWatched && draft?.state === 'taken' && draft.runId ? draft : undefined
  useEffect(() => {
    if (!taken?.runId) return
    onOpenRun(taken.runId)
    void client.noticeImport.drop({ id: taken.id })
  }, [client, taken, onOpenRun])
}

/** What was begun before the desk was closed. */
function Kept({ draft: { id, fileName, begunAt }, onDrop }: { readonly draft: ImportDraft; readonly onDrop: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { run, isRunning } = useImportStep()
  return (
    <div className="empty">
      <Icon name="file" size={32} />
      <p>{t('noticeImport.kept.what', { name: fileName, at: formatDayAndTime(begunAt, language) })}</p>
      <div className="row">
        <Button kind="primary" isDisabled={isRunning} onPress={() => void run(client => client.resume({ id }))}>{t('noticeImport.kept.resume')}</Button>
        <Button icon="trash" isDisabled={isRunning} onPress={onDrop}>{t('noticeImport.discard')}</Button>
      </div>
    </div>
  )
}

function Steps({ kinds, draft }: { readonly kinds: readonly NoticeKind[]; readonly draft: ImportDraft | null }): ReactElement {
  const { t } = useTranslation()
  const year = germanDayAt(useNow()).slice(0, 4)
  const table = draft?.table
  const reckoning = draft?.reckoning
  const kind = kinds.find(({ id }) => id === draft?.kindId)
  return (
    <div className="stack">
      <Step title={t('noticeImport.steps.file')}><FilePart kinds={kinds} draft={draft} /></Step>
      <Step title={t('noticeImport.steps.columns')}>{draft && table ? <ColumnsPart draft={draft} table={table} /> : <p className="muted">{t('noticeImport.later')}</p>}</Step>
      <Step title={t('noticeImport.steps.rows')}>{draft && reckoning ? <RowsPart draft={draft} reckoning={reckoning} /> : <p className="muted">{t(table ? 'noticeImport.afterColumns' : 'noticeImport.later')}</p>}</Step>
      {draft && reckoning && <Step title={t('noticeImport.steps.reckoning')}><ReckoningPart key={`${draft.id}/${draft.kindId}`} draft={draft} reckoning={reckoning} proposedTitle={`${kind?.title ?? ''} ${year}`.trim()} /></Step>}
    </div>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const headingId = useId()
  return (
    <section className="notice-import__step" aria-labelledby={headingId}>
      <h2 id={headingId} className="notice-import__heading">{title}</h2>
      {children}
    </section>
  )
}

function Taken({ runId, onOpenRun, onAnother }: { readonly runId: NoticeRunId; readonly onOpenRun: Props['onOpenRun']; readonly onAnother: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="empty">
      <Icon name="check" size={32} />
      <output>{t('noticeImport.taken')}</output>
      <div className="row">
        <Button kind="primary" onPress={() => onOpenRun(runId)}>{t('noticeImport.openRun')}</Button>
        <Button onPress={onAnother}>{t('noticeImport.another')}</Button>
      </div>
    </div>
  )
}
