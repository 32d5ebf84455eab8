import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableCell } from '../../../../shared/formats/csv.ts'
import { Button } from '../../../ui/button.tsx'
import { csvName, offerDownload } from '../../../ui/download.ts'
import { csvOf } from './figure-tables.ts'

interface Props {
  /** What the table is about; the file is named by it. */
  readonly title: string
  readonly period: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** A table as a file for spreadsheets, with the figures that stand on the screen and no others. */
export function CsvButton({ title, period, heads, rows }: Props): ReactElement {
  const { t } = useTranslation()
  const save = (): void => offerDownload(new Blob([csvOf(heads, rows)]), csvName([t('pages.vaccination-records'), title, period]))
  return <Button kind="quiet" icon="download" aria-label={t('vaccinationRecords.csvOf', { title })} onPress={save}>{t('vaccinationRecords.csv')}</Button>
}
