import { useId, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft } from '../../../../shared/contract/notice-import.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useCore, useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { ColumnsPart } from './columns-part.tsx'
import { FilePart } from './file-part.tsx'
import { ReckoningPart } from './reckoning-part.tsx'
import { RowsPart } from './rows-part.tsx'
import { useImportDraft, useImportKinds } from './use-import.ts'
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
  return (
    <Screen isWide holdsFocus title={t('noticeImport.title')} intro={t('noticeImport.intro')} actions={drop && draft?.state !== 'taken' && <Button icon="trash" onPress={drop}>{t('noticeImport.discard')}</Button>}>
      {!isKnown && <p className="muted">{t('common.loading')}</p>}
      {isKnown && kinds.length === 0 && <div className="empty"><Icon name="mail" size={32} /><p>{t('noticeImport.noKinds')}</p></div>}
      {isKnown && kinds.length > 0 && (draft?.state === 'taken' && draft.runId
        ? <Taken runId={draft.runId} onOpenRun={onOpenRun} onAnother={() => drop?.()} />
        : <Steps kinds={kinds} draft={draft} />)}
    </Screen>
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
