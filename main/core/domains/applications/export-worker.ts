import type { Database } from '../../cache/database.ts'
import { Moved, serve } from '../../cache/worker-side.ts'
import { fileOf } from './export-file.ts'
import type { ExportNotice, ExportRequest } from './export-request.ts'
import { exportReader } from './export-rows.ts'

/** So many rows between two words about how far it is. */
const TOLD_EVERY = 1_000

serve<ExportRequest>('reader', async (db, request, notify) => {
  const bytes = await fileOf(request.format, request.columns, rowsOf(db, request, notify))
  const file = new Uint8Array(bytes)
  return new Moved(file, [file.buffer])
})

function* rowsOf(db: Database, { numbers, columns }: ExportRequest, notify: (notice: ExportNotice) => void) {
  const read = exportReader(db, columns)
  for (let start = 0; start < numbers.length; start += TOLD_EVERY) {
    const slice = numbers.slice(start, start + TOLD_EVERY)
    yield* read(slice)
    notify({ done: start + slice.length })
  }
}
