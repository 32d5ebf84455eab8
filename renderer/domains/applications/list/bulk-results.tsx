import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { BULK_RESULTS, type BulkResult, type BulkRow, type BulkRun } from '../../../../shared/contract/bulk.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../../../shared/formats/csv.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { offerDownload } from '../../../ui/download.ts'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatNumber } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useBulkResults, useWholeResult } from './bulk-run.ts'

const SHOWN_AT_ONCE = 100
const ICONS: Readonly<Record<BulkResult, IconName>> = { done: 'checkCircle', refused: 'warning', skipped: 'info' }

/** What became of each case, those that were not possible first in reach. */
export function BulkResults({ run, onClose }: { readonly run: BulkRun; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [only, setOnly] = useState<BulkResult | null>((run.counts.refused) > 0 ? 'refused' : null)
  const [end, setEnd] = useState(SHOWN_AT_ONCE)
  const { rows, total } = useBulkResults(run, only, end)
  const save = useResultFile(run)
  return (
    <Dialog title={t('bulk.results.title', { what: t(`bulk.run.name.${run.command}`) })} size="large" isOpen onClose={onClose}>
      <Kinds run={run} value={only} onChange={setOnly} />
      {rows.length === 0 ? <p className="muted">{t('bulk.results.none')}</p> : <Rows rows={rows} onOpen={onClose} />}
      <DialogActions>
        {total > rows.length && <Button onPress={() => setEnd(end + SHOWN_AT_ONCE)}>{t('bulk.results.more')}</Button>}
        <Button icon="download" onPress={() => void save()}>{t('bulk.results.save')}</Button>
        <Button kind="primary" onPress={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

interface KindsProps {
  readonly run: BulkRun
  readonly value: BulkResult | null
  readonly onChange: (only: BulkResult | null) => void
}

function Kinds({ run, value, onChange }: KindsProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const count = (kind: BulkResult): string => formatNumber(run.counts[kind], language)
  return (
    <RadioGroup className="segments" value={value ?? 'all'} onChange={chosen => onChange(BULK_RESULTS.find(kind => kind === chosen) ?? null)}>
      <Label className="sr-only">{t('bulk.results.show')}</Label>
      <div className="segments__row">
        <Radio value="all" className="segment">{t('bulk.results.all')}</Radio>
        {BULK_RESULTS.map(kind => <Radio key={kind} value={kind} className="segment">{t(`bulk.results.${kind}`)} ({count(kind)})</Radio>)}
      </div>
    </RadioGroup>
  )
}

function Rows({ rows, onOpen }: { readonly rows: readonly BulkRow[]; readonly onOpen: () => void }): ReactElement {
  const { t } = useTranslation()
  const say = useSentence()
  return (
    <DataTable isPlain caption={t('bulk.results.table')} isCaptionUnseen className="results" heads={[t('bulk.results.case'), t('bulk.results.what')]}>
      {rows.map(row => (
        <tr key={row.id}>
          <td>
            <a href={`#/applications/${row.id}`} aria-label={t('bulk.results.open', { reference: row.reference })} onClick={onOpen}>{row.reference}</a>
            <span className="results__line">{row.subject} · {row.applicantName}</span>
          </td>
          <td><span className={`results__what results__what--${row.result}`}><Icon name={ICONS[row.result]} size={16} /><span>{say(row)}</span></span></td>
        </tr>
      ))}
    </DataTable>
  )
}

function useSentence(): (row: BulkRow) => string {
  const { t } = useTranslation()
  return ({ result, code, facts }) => (code && result === 'refused' ? errorSentences(t, { code, facts }).happened : t(`bulk.results.${result}`))
}

function useResultFile(run: BulkRun): () => Promise<void> {
  const { t } = useTranslation()
  const say = useSentence()
  const readWhole = useWholeResult()
  return async () => {
    const head = [t('bulk.results.reference'), t('bulk.results.subject'), t('bulk.results.applicant'), t('bulk.results.what'), t('bulk.results.why')]
    const rows = (await readWhole(run)).map(row => [row.reference, row.subject, row.applicantName, t(`bulk.results.${row.result}`), row.code ? say(row) : ''])
    offerDownload(new Blob([BYTE_ORDER_MARK, ...[head, ...rows].map(csvLine)]), `${t('bulk.results.filename')}.csv`)
  }
}
