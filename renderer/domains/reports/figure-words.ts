import type { TFunction } from 'i18next'
import type { ListQuery, View } from '../../../shared/contract/applications.ts'
import type { DepartmentId } from '../../../shared/ids.ts'
import type { Language } from '../../texts/languages.ts'
import { formatNumber } from '../../ui/format.ts'
import type { RowsBehind } from './figure-data.ts'

/** What the figures of a report are written with. */
export interface FigureWords {
  readonly t: TFunction
  readonly language: Language
  readonly serviceTitle: (id: string) => string
  /** Those the report is about; none: all whose cases this desk holds. */
  readonly departmentIds: readonly DepartmentId[]
  /** Those of them in which figures per person were agreed on. */
  readonly agreedIds: readonly DepartmentId[]
}

type Filters = Partial<ListQuery['filters']>

export const OPEN_STATUSES: ListQuery['filters']['status'] = ['received', 'in-progress', 'proposed']

/** So many cases of the departments looked at, which fulfil more conditions. Where there are none, there is nothing to open. */
export const behind = ({ departmentIds }: Pick<FigureWords, 'departmentIds'>, count: number, view: View, filters: Filters): RowsBehind | null =>
  count === 0 ? null : { view, filters: { ...(departmentIds.length > 0 ? { departmentId: [...departmentIds] } : {}), ...filters }, count }

type Spoken = Pick<FigureWords, 't' | 'language'>

export const countFormat = ({ language }: Spoken) => (value: number): string => formatNumber(value, language)
export const daysFormat = ({ t, language }: Spoken) => (value: number): string => t('reports.days', { count: value, formatted: formatNumber(value, language) })
export const percentFormat = ({ t, language }: Spoken) => (value: number): string => t('reports.percent', { value: formatNumber(value, language) })

/** Parts of a hundred with one decimal place; null where there is nothing to take a part of. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1_000) / 10)

/** The same as it is written. */
export const partOf = (words: Spoken, part: number, whole: number): string | null => {
  const share = shareOf(part, whole)
  return share === null ? null : percentFormat(words)(share)
}

/** What part of the open cases is overdue; nothing is said where none is. */
export const overdueShare = (words: Spoken, { overdue, open }: { readonly overdue: number; readonly open: number }): string | null =>
  overdue === 0 ? null : partOf(words, overdue, open)
