import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft, OpenTable } from '../../../../shared/contract/notice-import.ts'
import { AS_FOUND, ENCODINGS, SEPARATORS, type Reading } from '../../../../shared/domains/notices/import/table.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useImportStep } from './use-import.ts'

/** How the file was read, to be read in another way, and a few rows by which one sees whether that was right. */
export function ReadingPart({ draft }: { readonly draft: ImportDraft }): ReactElement | null {
  const { run } = useImportStep()
  const { id, table, state, fileName } = draft
  const read = (reading: Partial<Reading>): void => void run(client => client.read({ id, reading: { ...AS_FOUND, ...reading } }))
  if (!table) return state === 'refused' && !fileName.toLowerCase().endsWith('.xlsx') ? <TextChoices source={undefined} onRead={read} /> : null
  const { source } = table
  return (
    <>
      {source.kind === 'csv' && <TextChoices source={source} onRead={read} />}
      {source.kind === 'xlsx' && source.sheets.length > 1 && <SheetChoice source={source} onRead={read} />}
      <Look table={table} />
    </>
  )
}

interface ChoiceProps<Kind extends OpenTable['source']['kind']> {
  /** Undefined for a text that could not be read. */
  readonly source: Extract<OpenTable['source'], { readonly kind: Kind }> | undefined
  readonly onRead: (reading: Partial<Reading>) => void
}

/** What one of them is stays when the other is chosen. */
function TextChoices({ source, onRead }: ChoiceProps<'csv'>): ReactElement {
  const { t } = useTranslation()
  const encoding = source?.why === 'chosen' ? source.encoding : null
  return (
    <div className="notice-import__reading">
      <Select
        label={t('noticeImport.source.encoding')} value={source?.encoding ?? null} placeholder={t('noticeImport.source.choose')} items={ENCODINGS.map(one => ({ id: one, name: t(`noticeImport.encodings.${one}`) }))}
        onChange={chosen => onRead({ encoding: ENCODINGS.find(one => one === chosen) ?? null, separator: source?.separator ?? null })}
      />
      <Select
        label={t('noticeImport.source.separator')} value={source?.separator ?? null} placeholder={t('noticeImport.source.choose')} items={SEPARATORS.map(one => ({ id: one, name: t(`noticeImport.separators.${one}`) }))}
        onChange={chosen => onRead({ encoding, separator: SEPARATORS.find(one => one === chosen) ?? null })}
      />
    </div>
  )
}

function SheetChoice({ source, onRead }: ChoiceProps<'xlsx'>): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="notice-import__kind">
      <Select label={t('noticeImport.source.sheet')} items={source?.sheets.map(sheet => ({ id: sheet, name: sheet })) ?? []} value={source?.sheet ?? null} onChange={sheet => onRead({ sheet })} />
    </div>
  )
}

function Look({ table: { look, columns } }: { readonly table: OpenTable }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const width = Math.max(0, ...look.map(({ cells }) => cells.length))
  const shown = columns.slice(0, width)
  return (
    <details open>
      <summary>{t('noticeImport.source.look')}</summary>
      <DataTable caption={t('noticeImport.source.look')} isCaptionUnseen isStackable className="notice-import__look" heads={[{ title: t('noticeImport.rows.line'), isNumber: true }, ...shown.map(({ heading }) => heading)]}>
        {look.map(({ line, cells }) => <tr key={line}><th scope="row" className="number">{formatNumber(line, language)}</th>{shown.map(({ heading }, column) => <td key={heading}>{cells[column]}</td>)}</tr>)}
      </DataTable>
    </details>
  )
}
