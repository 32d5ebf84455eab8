import { keyOfFormSort, type ListQuery, type SortableField } from '../../../../shared/contract/applications.ts'
import { FORM_VALUES, valueField } from '../../cache/form-values.ts'

/** An order of all cases, as SQL. A key of null means no value; such rows come last in both directions. */
export interface Sorting {
  /** What a row of the table, or of its overlay twin, is ordered by. */
  readonly key: { readonly base: string; readonly overlay: string }
  /** All numbers in ascending order by an index; null where that is their own order. */
  readonly orderSql: string | null
  /** Numbers that come after those, without a value; null where there are none. */
  readonly restSql: string | null
  /** The first rows of the order straight from the index, as a source of `number`. */
  readonly walk: (direction: 'asc' | 'desc', rows: number) => string
}

/** The columns by which lists are sorted, with the index that holds their order; numbers are the table's own, and references follow them. */
export const SORTS: Readonly<Record<SortableField, { readonly column: string; readonly index: string | null }>> = {
  number: { column: 'number', index: null },
  reference: { column: 'number', index: null },
  subject: { column: 'subject_sort', index: 'applications_by_subject' },
  serviceId: { column: 'service_id', index: 'applications_by_service' },
  applicantName: { column: 'applicant_sort', index: 'applications_by_applicant' },
  locality: { column: 'locality_sort', index: 'applications_by_locality' },
  status: { column: 'status', index: 'applications_by_status' },
  assigneeName: { column: 'assignee_sort', index: 'applications_by_assignee' },
  receivedAt: { column: 'received_at', index: 'applications_by_received' },
  dueAt: { column: 'due_sort', index: 'applications_by_due' },
  departmentId: { column: 'department_id', index: 'applications_by_department' },
}

/** The service whose form's fields a list may be sorted and filtered by: the only one it shows. */
export const formServiceOf = ({ filters }: Pick<ListQuery, 'filters'>): string | undefined =>
  filters.serviceId.length === 1 ? filters.serviceId[0] : undefined

/**
 * A field of a form counts only with its service; in a list of several, the newest come first or last instead. `secretNumbers`:
 * of cases whose place and form nobody is shown, read only where one sorts by these; they come as rows without a value, for what they stand between would tell it.
 */
export function sortingOf(query: Pick<ListQuery, 'sort' | 'filters'>, secretNumbers: () => ReadonlySet<number>): Sorting {
  const key = keyOfFormSort(query.sort.field)
  const service = formServiceOf(query)
  if (key !== undefined && service === undefined) return byColumn('receivedAt')
  if (key === undefined && query.sort.field !== 'locality') return byColumn(query.sort.field as SortableField)
  const secret = [...secretNumbers()]
  return withoutKey(key === undefined || service === undefined ? byColumn('locality', secret) : byFormField(service, key, secret), secret)
}

/** The same order in which these have no value. */
function withoutKey({ key, ...sorting }: Sorting, secret: readonly number[]): Sorting {
  if (secret.length === 0) return { key, ...sorting }
  const hidden = (expression: string): string => `iif(${amongThese(secret)}, NULL, ${expression})`
  return { ...sorting, key: { base: hidden(key.base), overlay: hidden(key.overlay) } }
}

const amongThese = (numbers: readonly number[]): string => `number IN (${numbers.join(', ')})`

function byColumn(field: SortableField, secret: readonly number[] = []): Sorting {
  const { column, index } = SORTS[field]
  const others = secret.length === 0 ? '' : `WHERE NOT ${amongThese(secret)}`
  return {
    key: { base: column, overlay: column },
    orderSql: index === null ? null : `SELECT number FROM applications ${others} ORDER BY ${column}, number`,
    restSql: secret.length === 0 ? null : `SELECT number FROM applications WHERE ${amongThese(secret)} ORDER BY number`,
    walk: (direction, rows) => {
      const order = index === null ? `number ${direction}` : `${column} ${direction}, number ${direction}`
      const walked = index === null ? 'applications NOT INDEXED' : `applications INDEXED BY ${index}`
      return `SELECT number FROM ${walked} ${others} ORDER BY ${order} LIMIT ${rows}`
    },
  }
}

function byFormField(service: string, key: string, secret: readonly number[]): Sorting {
  const field = quoted(valueField(service, key))
  const keyIn = (values: string): string => `(SELECT value FROM ${values} WHERE case_number = number AND field = ${field})`
  const valued = `FROM ${FORM_VALUES.base} WHERE field = ${field}${secret.length === 0 ? '' : ` AND case_number NOT IN (${secret.join(', ')})`}`
  return {
    key: { base: keyIn(FORM_VALUES.base), overlay: keyIn(FORM_VALUES.overlay) },
    orderSql: `SELECT case_number ${valued} ORDER BY value, case_number`,
    restSql: `SELECT number FROM applications WHERE service_id = ${quoted(service)} AND number NOT IN (SELECT case_number ${valued}) ORDER BY number`,
    walk: (direction, rows) => `SELECT case_number AS number ${valued} ORDER BY value ${direction}, case_number ${direction} LIMIT ${rows}`,
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
