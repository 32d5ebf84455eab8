import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { isProvisional } from '../../../../shared/domains/applications/provisional.ts'
import { daysApart, formatDay, formatDayAndTime, formatDayOfYear, formatRelative } from '../../../ui/format.ts'
import type { GridColumn } from '../../../ui/grid.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { StatusMark } from '../../../ui/status-mark.tsx'
import type { Language } from '../../../texts/languages.ts'
import { isOverdue, restingSince, type ListRow } from './list-row.ts'

export interface ColumnSurroundings {
  readonly t: TFunction
  readonly language: Language
  readonly nowMs: () => number
  readonly serviceTitle: (id: string) => string
  readonly departmentName: (id: string) => string
  /** Names of colleagues who have a case open right now. */
  readonly viewers: (id: string) => readonly string[]
  /** Whether its citizen stands under secrecy. */
  readonly isSecret: (id: string) => boolean
}

type Column = GridColumn<ListRow>

/** The columns of the list, in the order of the first start. `room`: how many of those that may be missed there is room for. */
export function listColumns(around: ColumnSurroundings, room: number): readonly Column[] {
  const { t, serviceTitle, departmentName } = around
  const title = (column: Parameters<typeof titleOf>[1]): string => titleOf(t, column)
  return [
    { id: 'status', title: title('status'), width: 140, isSortable: true, text: row => statusText(t, row), render: row => <StatusMark status={row.status} outcome={row.outcome} /> },
    { id: 'subject', title: title('subject'), width: 160, share: 2, isSortable: true, text: row => row.subject, hint: row => row.subject },
    { id: 'applicantName', title: title('applicantName'), width: 120, share: 1, isSortable: true, text: row => row.applicantName, hint: row => row.applicantName },
    { id: 'locality', title: title('locality'), width: 112, isSortable: true, isHidden: room < 4, text: row => (around.isSecret(row.id) ? '' : row.locality) },
    ...dateColumns(around, room),
    { id: 'assigneeName', title: title('assigneeName'), width: 122, isSortable: true, isHidden: room < 2, text: row => row.assigneeName ?? '' },
    { id: 'marks', title: title('marks'), width: 92, text: row => marksOf(row, around).map(mark => mark.text).join(', '), hint: row => marksOf(row, around).map(mark => mark.text).join(', '), render: row => <Marks row={row} around={around} /> },
    { id: 'reference', title: title('reference'), width: 142, isSortable: true, isHidden: room < 3, text: row => (isProvisional(row) ? t('capture.provisional') : row.reference) },
    { id: 'serviceId', title: title('serviceId'), width: 190, isSortable: true, isHidden: true, text: row => serviceTitle(row.serviceId) },
    { id: 'departmentId', title: title('departmentId'), width: 170, isSortable: true, isHidden: true, text: row => departmentName(row.departmentId) },
    { id: 'followUpAt', title: title('followUpAt'), width: 124, isHidden: true, text: row => (row.followUpAt ? formatDay(row.followUpAt, around.language) : '') },
    { id: 'tags', title: title('tags'), width: 160, isHidden: true, text: row => row.tags.join(', '), hint: row => row.tags.join(', ') },
    { id: 'number', title: title('number'), width: 90, isSortable: true, isHidden: true, text: row => (isProvisional(row) ? '' : String(row.number)) },
  ]
}

const titleOf = (t: TFunction, column: 'status' | 'subject' | 'applicantName' | 'locality' | 'assigneeName' | 'marks' | 'reference' | 'serviceId' | 'departmentId' | 'followUpAt' | 'tags' | 'number' | 'receivedAt' | 'dueAt'): string =>
  t(`list.columns.${column}`)

function dateColumns({ t, language, nowMs }: ColumnSurroundings, room: number): readonly Column[] {
  return [
    {
      id: 'receivedAt', title: titleOf(t, 'receivedAt'), width: 112, isSortable: true, isHidden: room < 1,
      text: row => formatRelative(row.receivedAt, nowMs(), language),
      hint: row => formatDayAndTime(row.receivedAt, language),
    },
    {
      id: 'dueAt', title: titleOf(t, 'dueAt'), width: 148, isSortable: true,
      text: row => restsText(t, row, formatDay, language) ?? (isOverdue(row, nowMs()) ? `${t('list.overdue')}, ${dueText(t, row, nowMs(), language)}` : dueText(t, row, nowMs(), language)),
      hint: row => restsText(t, row, formatDay, language) ?? (row.dueAt ? formatDay(row.dueAt, language) : ''),
      render: row => <Due text={dueText(t, row, nowMs(), language)} rests={restsText(t, row, formatDayOfYear, language)} late={isOverdue(row, nowMs()) ? t('list.overdue') : undefined} />,
    },
  ]
}

/** A period ends with its day: on that day it is due, however many hours are left. */
function dueText(t: TFunction, row: ListRow, nowMs: number, language: Language): string {
  if (!row.dueAt || row.status === 'decided') return ''
  const isToday = daysApart(nowMs, Date.parse(row.dueAt)) === 0
  return isToday ? t('time.dueToday') : formatRelative(row.dueAt, nowMs, language)
}

/** `ruht seit 12.11.` while the clock stands still. */
function restsText(t: TFunction, row: ListRow, format: (at: string, language: Language) => string, language: Language): string | undefined {
  const since = restingSince(row)
  return since === null ? undefined : t('list.restsSince', { day: format(since, language) })
}

function Due({ text, rests, late }: { readonly text: string; readonly rests: string | undefined; readonly late: string | undefined }): ReactElement {
  if (rests) return <Resting text={rests} />
  if (!late) return <>{text}</>
  return <span className="late"><Icon name="warning" size={16} /><span className="sr-only">{late}, </span>{text}</span>
}

const Resting = ({ text }: { readonly text: string | undefined }): ReactElement | null =>
  text === undefined ? null : <span className="rests"><Icon name="pause" size={16} />{text}</span>

const statusText = (t: TFunction, row: ListRow): string =>
  row.status === 'decided' && row.outcome ? t(`decided.${row.outcome}`) : t(`status.${row.status}`)

interface Mark {
  readonly icon: 'lock' | 'mail' | 'paperclip' | 'eye'
  readonly text: string
  /** Null where there is nothing to count. */
  readonly count: number | null
}

export function marksOf(row: ListRow, { t, viewers, isSecret }: Pick<ColumnSurroundings, 't' | 'viewers' | 'isSecret'>): readonly Mark[] {
  const names = viewers(row.id)
  return [
    ...(isSecret(row.id) ? [{ icon: 'lock', text: t('people.secrecy.mark'), count: null } as const] : []),
    ...(row.unreadMessages > 0 ? [{ icon: 'mail', text: t('list.marks.unread', { count: row.unreadMessages }), count: row.unreadMessages } as const] : []),
    ...(row.attachmentCount > 0 ? [{ icon: 'paperclip', text: t('list.marks.attachments', { count: row.attachmentCount }), count: row.attachmentCount } as const] : []),
    ...(names.length > 0 ? [{ icon: 'eye', text: t('list.marks.viewing', { names: names.join(', ') }), count: names.length } as const] : []),
  ]
}

export const Marks = ({ row, around }: { readonly row: ListRow; readonly around: Pick<ColumnSurroundings, 't' | 'viewers' | 'isSecret'> }): ReactElement => (
  <span className="marks">
    {marksOf(row, around).map(({ icon, text, count }) => (
      <span key={icon} className={`mark mark--${icon}`}>
        <Icon name={icon} size={16} />
        {count !== null && <span aria-hidden="true">{count}</span>}
        <span className="sr-only">{text}</span>
      </span>
    ))}
  </span>
)

/** Where there is no room for columns: one line of text above another. */
export function narrowColumns(around: ColumnSurroundings): readonly Column[] {
  const { t, language, nowMs } = around
  return [{
    id: 'receivedAt', title: t('list.columns.case'), width: 200, share: 1, isSortable: true,
    text: row => `${row.subject}, ${row.applicantName}, ${statusText(t, row)}`,
    render: row => (
      <span className="narrow-row">
        <span className="narrow-row__subject">{row.subject}</span>
        <span className="narrow-row__line">{row.applicantName} · {formatRelative(row.receivedAt, nowMs(), language)}</span>
        <span className="narrow-row__line">
          <StatusMark status={row.status} outcome={row.outcome} />
          {isOverdue(row, nowMs()) && <span className="late"><Icon name="warning" size={16} />{t('list.overdue')}</span>}
          <Resting text={restsText(t, row, formatDayOfYear, language)} />
          <Marks row={row} around={around} />
        </span>
      </span>
    ),
  }]
}
