import { listedFieldsOf } from '../../../shared/domains/applications/list-fields.ts'
import type { Form } from '../../../shared/domains/applications/service-tables.ts'
import { fromColumns } from './columns.ts'
import type { Database } from './database.ts'
import { foldedSql } from './fold-sql.ts'
import { statement } from './statements.ts'

/**
 * Fields that a form declares sortable stand in a side table: case, field, value. Numbers sort as numbers, days and choices
 * as they are, texts folded; a case without a value has no row. `sortable_fields` says what to take out of which form.
 */
export const FORM_VALUES = { base: 'application_values', overlay: 'application_values_overlay' } as const

const LONGEST_TEXT = 60

const VALUE = `CASE kind
  WHEN 'text' THEN ${foldedSql(`substr(found, 1, ${LONGEST_TEXT})`)}
  WHEN 'number' THEN CAST(found AS REAL)
  ELSE found END`

/** The name of a service's field in the side table. */
export const valueField = (serviceId: string, key: string): string => `${serviceId}/${key}`

/** Writes the values of cases (`number`, `form_id`, `form`) that `from` brings, under an alias of its own where it is a subquery. */
export const valuesOfSql = (into: string, from: string): string =>
  `INSERT OR REPLACE INTO ${into} (case_number, field, value)
   SELECT number, field, ${VALUE} FROM (
     SELECT cases.number AS number, fields.field AS field, fields.kind AS kind, json_extract(cases.form, fields.path) AS found
     FROM ${from} AS cases JOIN sortable_fields AS fields ON fields.form_id = cases.form_id)
   WHERE found IS NOT NULL AND found <> '' AND (kind <> 'number' OR typeof(found) <> 'text')`

interface SortableField {
  readonly path: string
  readonly kind: string
  readonly field: string
}

/** Brings the side table in line with the forms after these came in; cases that were here before their form are looked through. */
export function refreshSortableFields(db: Database, from: 'forms' | 'load_forms' = 'forms'): void {
  for (const row of statement(db, `SELECT * FROM ${from}`).all() as Record<string, unknown>[]) {
    const form = fromColumns('forms', row) as Form
    if (noteFields(db, form) && from === 'forms') fillAgain(db, form)
  }
}

/** The same for one form. */
export const refreshFieldsOf = (db: Database, form: Form): void => {
  if (noteFields(db, form)) fillAgain(db, form)
}

/** Answers whether anything is different now. */
function noteFields(db: Database, form: Form): boolean {
  const wanted = listedFieldsOf(form).filter(({ key }) => !key.includes('"'))
    .map(({ key, kind }): SortableField => ({ path: `$."${key}"`, kind, field: valueField(form.serviceId, key) }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const known = statement(db, 'SELECT path, kind, field FROM sortable_fields WHERE form_id = ? ORDER BY path').all(form.id) as SortableField[]
  if (JSON.stringify(wanted) === JSON.stringify(known)) return false
  statement(db, 'DELETE FROM sortable_fields WHERE form_id = ?').run(form.id)
  for (const field of wanted)
    statement(db, 'INSERT INTO sortable_fields (form_id, path, kind, field) VALUES (@formId, @path, @kind, @field)').run({ formId: form.id, ...field })
  return true
}

function fillAgain(db: Database, { id, serviceId }: Form): void {
  for (const [cases, values] of [['applications', FORM_VALUES.base], ['applications_overlay', FORM_VALUES.overlay]] as const) {
    const ofForm = `${cases} WHERE service_id = ? AND form_id = ?`
    statement(db, `DELETE FROM ${values} WHERE case_number IN (SELECT number FROM ${ofForm})`).run(serviceId, id)
    statement(db, valuesOfSql(values, `(SELECT number, form_id, form FROM ${ofForm})`)).run(serviceId, id)
  }
}
