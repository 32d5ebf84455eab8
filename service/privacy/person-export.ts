import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { Zip, ZipPassThrough } from 'fflate'
import type { Kysely } from 'kysely'
import type { AttachmentId, TownId } from '../../shared/ids.ts'
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
  for (const { path, id, size } of filesOf(data)) {
    const entry = new ZipPassThrough(path)
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

interface ExportedFile {
  readonly path: string
  readonly id: AttachmentId
  readonly size: number
}

const filesOf = ({ cases, conversations }: PersonData): readonly ExportedFile[] => [
  ...cases.flatMap(({ application: { reference }, attachments }) => attachments.flatMap(({ id, filename, size, isWithheld }, index): ExportedFile[] =>
    // Where one is withheld there is a redacted copy, because the file tells of others (Art. 15 Abs. 4 DSGVO).
    (isWithheld ? [] : [{ path: `anlagen/${reference}/${index + 1}-${safeName(filename)}`, id, size }]))),
  ...conversations.flatMap(({ files }, number) => files.map(({ id, filename, size }, index): ExportedFile => ({ path: `anlagen/nachrichten-${number + 1}/${index + 1}-${safeName(filename)}`, id, size }))),
]

function writeText(zip: Zip, name: string, text: string): void {
  const entry = new ZipPassThrough(name)
  zip.add(entry)
  entry.push(new TextEncoder().encode(text), true)
}

/** A citizen named the file: nothing in it may lead out of the folder or mean something to a file system. */
const safeName = (filename: string): string => filename.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '_').slice(0, 120)
