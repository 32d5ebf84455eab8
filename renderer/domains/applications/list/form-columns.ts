import { formSort } from '../../../../shared/contract/applications.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import type { GridColumn } from '../../../ui/grid.tsx'
import type { FormField } from '../queries.ts'
import type { ColumnSurroundings } from './columns.tsx'
import type { ListRow } from './list-row.ts'

const WIDTHS = { text: 150, number: 110, date: 120, choice: 140, 'yes-no': 96 } as const

/** Columns for the fields of a service's form, in the order in which their values come with the rows; empty where a secrecy holds. */
export const formColumns = (fields: readonly FormField[], { t, language, isSecret }: Pick<ColumnSurroundings, 't' | 'language' | 'isSecret'>): readonly GridColumn<ListRow>[] =>
  fields.map((field, place) => {
    const text = (row: ListRow): string => (isSecret(row.id) ? '' : valueText(field, row.values[place] ?? null, language, answer => t(`list.filter.${answer}`)))
    return { id: formSort(field.key), title: field.label[language], width: WIDTHS[field.kind], isSortable: true, text, hint: text }
  })

/** What was filled in stands beside who applied: the rest of the list is about the case, and less asked for now. */
export function withFormColumns(columns: readonly GridColumn<ListRow>[], own: readonly GridColumn<ListRow>[]): readonly GridColumn<ListRow>[] {
  if (own.length === 0) return columns
  const behind = columns.findIndex(({ id }) => id === 'applicantName') + 1
  return [...columns.slice(0, behind).map(inFull), ...own, ...columns.slice(behind)]
}

const WIDER_BY = 64

/** With so many columns none has room to spare for others; those that would take it are as wide as is needed to read them. */
const inFull = ({ share, ...column }: GridColumn<ListRow>): GridColumn<ListRow> => (share ? { ...column, width: column.width + WIDER_BY } : column)

/** A value as a person reads it; nothing where there is none, and as it stands where it does not fit its field. */
export function valueText(field: FormField, value: string | number | null, language: Language, yesOrNo: (answer: 'yes' | 'no') => string): string {
  if (value === null || value === '') return ''
  switch (field.kind) {
    case 'number': return typeof value === 'number' ? formatNumber(value, language) : value
    case 'date': return isDay(value) ? formatPlainDay(value, language) : String(value)
    case 'choice': return field.choices.find(choice => choice.value === value)?.label[language] ?? String(value)
    case 'yes-no': return yesOrNo(value === 1 ? 'yes' : 'no')
    case 'text': return String(value)
    default: return field.kind satisfies never
  }
}

const isDay = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
