import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { Zip, ZipPassThrough } from 'fflate'
import type { Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { readBytes } from '../http/blobs/blob-store.ts'
import type { Schema } from '../store/schema.ts'
import type { PersonData } from './person-data.ts'
import { exportedJson } from './exported-json.ts'
import { exportedPage } from './exported-page.ts'

/**
 * A person's data as a ZIP: `auskunft.html` to read, `daten.json` for machines, and the files of the cases below
 * `anlagen/<reference>/`, but for those that are not to be passed on. Written while it is read, a piece of a file at a time.
 */
export function personZip(db: Kysely<Schema>, townId: TownId, data: PersonData, townName: string): Readable {
  const out = new PassThrough()
  const zip = new Zip((error, chunk, isLast) => {
    if (error) out.destroy(error)
    else out.write(chunk)
    if (isLast) out.end()
  })
  void writeAll(zip, out, db, townId, data, townName).catch((error: Error) => out.destroy(error))
  return out
}

async function writeAll(zip: Zip, out: PassThrough, db: Kysely<Schema>, townId: TownId, data: PersonData, townName: string): Promise<void> {
  const gone = new AbortController()
  out.once('close', () => gone.abort())
  writeText(zip, 'auskunft.html', exportedPage(data, townName))
  writeText(zip, 'daten.json', `${JSON.stringify(exportedJson(data), null, 2)}\n`)
  for (const { application, attachments } of data.cases)
    for (const [index, { id, filename, size, isWithheld }] of attachments.entries()) {
      // There is a redacted copy, because the file tells of others (Art. 15 Abs. 4 DSGVO).
      if (isWithheld) continue
      const entry = new ZipPassThrough(`anlagen/${application.reference}/${index + 1}-${safeName(filename)}`)
      zip.add(entry)
      for await (const bytes of readBytes(db, townId, { id, start: 0, end: size })) {
        entry.push(bytes)
        if (out.destroyed) return
        if (out.writableNeedDrain) await once(out, 'drain', { signal: gone.signal })
      }
      entry.push(new Uint8Array(), true)
    }
  zip.end()
}

function writeText(zip: Zip, name: string, text: string): void {
  const entry = new ZipPassThrough(name)
  zip.add(entry)
  entry.push(new TextEncoder().encode(text), true)
}

/** A citizen named the file: nothing in it may lead out of the folder or mean something to a file system. */
const safeName = (filename: string): string => filename.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '_').slice(0, 120)
