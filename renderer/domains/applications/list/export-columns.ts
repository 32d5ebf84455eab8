import type { TFunction } from 'i18next'
import type * as z from 'zod'
import { formSort, keyOfFormSort, LIST_FIELDS, type ListedField, type ListField } from '../../../../shared/contract/applications.ts'
import type { ExportColumn } from '../../../../shared/contract/bulk.ts'
import { APPLICATION_STATUSES, OUTCOMES } from '../../../../shared/domains/applications/tables.ts'
import type { TownService } from '../../../../shared/domains/applications/service-tables.ts'
import type { Language } from '../../../texts/languages.ts'

/** What words for codes come from. */
export interface ExportSurroundings {
  readonly t: TFunction
  readonly language: Language
  readonly services: readonly TownService[]
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly formFields: readonly z.infer<typeof ListedField>[]
}

/** A column as it stands on the screen. */
interface ShownColumn {
  readonly id: string
  readonly title: string
}

const NUMBERS: readonly ListField[] = ['number', 'unreadMessages', 'attachmentCount']
const DAYS: readonly ListField[] = ['receivedAt', 'dueAt', 'suspendedAt', 'decidedAt', 'followUpAt']

/** The columns of a file: those on the screen, in their order, with the words that stand there; marks become numbers. */
export function exportColumns(shown: readonly ShownColumn[], around: ExportSurroundings): ExportColumn[] {
  return shown.flatMap(({ id, title }): readonly ExportColumn[] => {
    if (id === 'marks') return marksColumns(around)
    const key = keyOfFormSort(id)
    if (key !== undefined) return [formColumn(key, title, around)]
    const field = LIST_FIELDS.find(name => name === id)
    return field ? [{ field, title, kind: kindOf(field), words: wordsOf(field, around) }] : []
  })
}

const marksColumns = ({ t }: ExportSurroundings): readonly ExportColumn[] => [
  { field: 'unreadMessages', title: t('bulk.export.unread'), kind: 'number', words: {} },
  { field: 'attachmentCount', title: t('bulk.export.attachments'), kind: 'number', words: {} },
]

function kindOf(field: ListField): ExportColumn['kind'] {
  if (NUMBERS.includes(field)) return 'number'
  return DAYS.includes(field) ? 'day' : 'text'
}

function wordsOf(field: ListField, { t, language, services, departments }: ExportSurroundings): ExportColumn['words'] {
  if (field === 'serviceId') return Object.fromEntries(services.map(({ id, title }) => [id, title[language]]))
  if (field === 'departmentId') return Object.fromEntries(departments.map(({ id, name }) => [id, name]))
  if (field !== 'status' && field !== 'outcome') return {}
  return Object.fromEntries([
    ...APPLICATION_STATUSES.map(status => [status, t(`status.${status}`)] as const),
    ...OUTCOMES.map(outcome => [outcome, t(`outcome.${outcome}`)] as const),
  ])
}

function formColumn(key: string, title: string, { t, language, formFields }: ExportSurroundings): ExportColumn {
  const field = formFields.find(one => one.key === key)
  const kind = field?.kind === 'number' ? 'number' : field?.kind === 'date' ? 'day' : 'text'
  const yesNo = { 1: t('common.yes'), 0: t('common.no') }
  const words = field?.kind === 'yes-no' ? yesNo : Object.fromEntries((field?.choices ?? []).map(({ value, label }) => [value, label[language]]))
  return { field: formSort(key), title, kind, words }
}
