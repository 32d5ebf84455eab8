import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDraft, OpenTable } from '../../../../shared/contract/notice-import.ts'
import type { ImportField } from '../../../../shared/domains/notices/import/columns.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { FixedValue } from './fixed-value.tsx'
import { isMissing, shownFields } from './shown-fields.ts'
import { useImportStep } from './use-import.ts'

interface Props {
  readonly draft: ImportDraft
  readonly table: OpenTable
}

/** The second step: which column holds what, with an example of each, and what no column has. */
export function ColumnsPart({ draft, table }: Props): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { first, others } = shownFields(draft)
  const missing = draft.missing.map(fields => fields.map(field => t(`noticeImport.fields.${field}`))).map(([one = '', other]) => (other === undefined ? one : t('noticeImport.columns.or', { one, other })))
  return (
    <div className="stack">
      <output className={missing.length > 0 ? 'late' : undefined}>{missing.length > 0 ? t('noticeImport.columns.missing', { fields: missing.join(', ') }) : t('noticeImport.columns.complete')}</output>
      <FieldTable draft={draft} table={table} fields={first} />
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('noticeImport.columns.more', { count: others.length })}</summary>
        {isOpen && <FieldTable draft={draft} table={table} fields={others} />}
      </details>
    </div>
  )
}

function FieldTable({ draft, table, fields }: Props & { readonly fields: readonly ImportField[] }): ReactElement {
  const { t } = useTranslation()
  const heads = (['field', 'column', 'example', 'forAll'] as const).map(name => t(`noticeImport.columns.${name}`))
  return (
    <DataTable caption={t('noticeImport.columns.caption')} isCaptionUnseen isStackable heads={heads}>
      {fields.map(field => <FieldRow key={field.name} draft={draft} table={table} field={field} />)}
    </DataTable>
  )
}

function FieldRow({ draft, table, field: { name, canBeFixed } }: Props & { readonly field: ImportField }): ReactElement {
  const { t } = useTranslation()
  const { run } = useImportStep()
  const { id, mapping } = draft
  const heading = mapping[name] ?? ''
  const title = t(`noticeImport.fields.${name}`)
  return (
    <tr>
      <th scope="row">{title}{isMissing(draft, name) && <span className="late"><Icon name="warning" size={16} />{t('noticeImport.columns.missingMark')}</span>}</th>
      <td>
        <select className="input" aria-label={t('noticeImport.columns.of', { field: title })} value={heading} onChange={({ target }) => void run(client => client.map({ id, field: name, heading: target.value || null }))}>
          <option value="">{t('noticeImport.columns.none')}</option>
          {table.columns.map(column => <option key={column.heading}>{column.heading}</option>)}
        </select>
      </td>
      <td>{table.columns.find(column => column.heading === heading)?.example}</td>
      <td>{canBeFixed && heading === '' && <FixedValue draft={draft} field={name} title={title} />}</td>
    </tr>
  )
}
