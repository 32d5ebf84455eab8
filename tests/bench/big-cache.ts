import { openCache, type Cache } from '../../main/core/cache/open.ts'
import { fieldsOf } from '../../shared/table.ts'
import { TABLES } from '../../shared/tables.ts'
import { beginLoad } from '../../main/core/cache/load/load.ts'
import { APPLICATION_FIELDS, DEPARTMENT_SCOPES, townForms, townRowArrays } from './town-rows.ts'

const FORM_FIELDS = fieldsOf(TABLES.forms)

export const BENCH_KEY = new Uint8Array(32).fill(7)
const ROWS_PER_BATCH = 2_000

/** A cache with so many applications, filled by the same bulk loader that a first load uses. */
export async function fillCache(file: string, count: number, seed = 1): Promise<Cache> {
  const cache = opened(file)
  const load = beginLoad(cache)
  let rows: (readonly unknown[])[] = []
  const append = async (): Promise<void> => {
    const result = await load.append({ table: 'applications', fields: APPLICATION_FIELDS, rows, mark: { name: 'bench', text: String(count) } })
    if (!result.ok) throw new Error(result.error.code)
    rows = []
  }
  const forms = townForms().map(form => FORM_FIELDS.map(field => form[field as keyof typeof form]))
  const formsIn = await load.append({ table: 'forms', fields: FORM_FIELDS, rows: forms, mark: { name: 'town', text: String(count) } })
  if (!formsIn.ok) throw new Error(formsIn.error.code)
  for (const row of townRowArrays(count, seed)) {
    rows.push(row)
    if (rows.length === ROWS_PER_BATCH) await append()
  }
  await append()
  const finished = await load.finish(['town', ...DEPARTMENT_SCOPES].map(scope => ({ scope, position: count })))
  if (!finished.ok) throw new Error(finished.error.code)
  await load.close()
  return cache
}

export function opened(file: string): Cache {
  const cache = openCache({ file, key: BENCH_KEY })
  if (!cache.ok) throw new Error(cache.error.code)
  return cache.value
}
