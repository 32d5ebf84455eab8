import { writeSync } from 'node:fs'
import { beginLoad } from '../../main/core/cache/load/load.ts'
import { openCache } from '../../main/core/cache/open.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { applications } from '../../shared/domains/applications/tables.ts'
import { ApplicationId } from '../../shared/ids.ts'
import { fieldsOf } from '../../shared/table.ts'
import { TEST_KEY } from '../sync/support/desk.ts'

// A process that loads a scope, until it is killed or done: into an empty cache, or beside the rows of another scope.
const [, , file = '', scope = '', first = '', count = ''] = process.argv
const opened = openCache({ file, key: TEST_KEY })
if (!opened.ok) throw new Error(opened.error.code)
const cache = opened.value
const load = beginLoad(cache)
const fields = fieldsOf(applications)

function rowOf(number: number): readonly unknown[] {
  const row = anApplication({ number, id: ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`), scope: `department:${scope}` })
  return fields.map(field => (field === 'form' ? JSON.stringify(row.form) : row[field as keyof typeof row]))
}

if (load.marks.size === 0) await load.append({
  table: 'applications', fields, rows: Array.from({ length: Number(count) }, (_, index) => rowOf(Number(first) + index)),
  mark: { name: `department:${scope}`, text: 'whole' },
})
writeSync(1, 'finishing\n')
const finished = await load.finish([{ scope: `department:${scope}`, position: 1 }])
await load.close()
cache.close()
if (!finished.ok) throw new Error(finished.error.code)
