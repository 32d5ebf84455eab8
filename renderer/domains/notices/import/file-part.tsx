import { useState, type ReactElement } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportDraft, OpenTable } from '../../../../shared/contract/notice-import.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Select } from '../../../ui/select.tsx'
import { ReadingPart } from './reading-part.tsx'
import { handOver, useImportStep } from './use-import.ts'

interface Props {
  readonly kinds: readonly NoticeKind[]
  readonly draft: ImportDraft | null
}

/** The first step: of what kind the notices are, and the file; below them what the file turned out to be. */
export function FilePart({ kinds, draft }: Props): ReactElement {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>()
  const { run, isRunning } = useImportStep()
  const only = kinds.length === 1 ? kinds[0]?.id : undefined
  const read = draft?.table ? draft : undefined
  const said = chosen ?? only ?? null
  const choose = (id: string): void => {
    setChosen(id)
    if (read) void run(client => client['set-kind']({ id: read.id, kindId: id }))
  }
  const take = (file: File | undefined): void => {
    if (file) void run(client => handOver(client, file, said))
  }
  return (
    <div className="stack">
      <div className="notice-import__kind">
        <Select
          label={t('noticeImport.kind')} items={kinds.map(({ id, title }) => ({ id, name: title }))} value={read?.kindId ?? said} placeholder={t(read ? 'noticeImport.chooseKind' : 'noticeImport.kindByColumns')}
          error={read && read.kindId === null ? t('noticeImport.kindMissing') : undefined} onChange={choose}
        />
      </div>
      <DropZone
        className="drop notice-import__drop" aria-label={t('noticeImport.drop')}
        onDrop={({ items }) => void Promise.all(items.flatMap(item => (item.kind === 'file' ? [item.getFile()] : []))).then(([file]) => take(file))}
      >
        <FileTrigger acceptedFileTypes={['.csv', '.txt', '.xlsx']} onSelect={list => take(list?.[0])}>
          <Button icon="upload" kind={draft ? 'secondary' : 'primary'} isDisabled={isRunning}>{t(draft ? 'noticeImport.chooseOther' : 'noticeImport.choose')}</Button>
        </FileTrigger>
        <p className="muted">{t('noticeImport.dropHere')}</p>
      </DropZone>
      {draft && <FileStanding draft={draft} />}
    </div>
  )
}

function FileStanding({ draft }: { readonly draft: ImportDraft }): ReactElement {
  const { t } = useTranslation()
  const { fileName: name, state, received, size, table, refusal } = draft
  return (
    <>
      <div className="stack" aria-live="polite">
        {state === 'arriving' && <label className="notice-import__progress">{t('noticeImport.arriving', { name })}<progress value={received} max={Math.max(1, size)} /></label>}
        {state === 'reading' && <label className="notice-import__progress">{t('noticeImport.reading', { name })}<progress /></label>}
        {refusal && <Problem refusal={refusal} />}
        {table && <p>{t('noticeImport.read', { name, count: table.rows })} <SourceWords table={table} /></p>}
      </div>
      <ReadingPart draft={draft} />
    </>
  )
}

/** How the file was read, and what is strange about it as a whole. */
function SourceWords({ table: { source, aboveLines } }: { readonly table: OpenTable }): ReactElement {
  const { t } = useTranslation()
  const read = source.kind === 'csv'
    ? t('noticeImport.source.csv', { encoding: t(`noticeImport.encodings.${source.encoding}`), why: t(`noticeImport.reasons.${source.why}`), separator: t(`noticeImport.separators.${source.separator}`) })
    : t('noticeImport.source.xlsx', { sheet: source.sheet })
  const blank = source.kind === 'csv' ? source.blankLines : 0
  const hidden = source.kind === 'xlsx' ? source.hiddenLines.length : 0
  return (
    <>
      {read}
      {aboveLines.length > 0 && ` ${t('noticeImport.source.above', { count: aboveLines.length })}`}
      {blank > 0 && ` ${t('noticeImport.source.blank', { count: blank })}`}
      {hidden > 0 && <> <strong>{t('noticeImport.source.hidden', { count: hidden })}</strong></>}
    </>
  )
}
