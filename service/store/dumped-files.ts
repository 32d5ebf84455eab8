import { MemoryFS, PGlite } from '@electric-sql/pglite'

const BLOCK = 512
const FOLDER = '5'

/** The files of a database in memory that begin as those of a dump. The dump itself stays as it is, however many are opened from it. */
export class DumpedFiles extends MemoryFS {
  readonly #dump: Uint8Array

  constructor(dump: Uint8Array) {
    super()
    this.#dump = dump
  }

  override initialSyncFs(): Promise<void> {
    const files = this.pg?.Module.FS
    if (!files) throw new Error('the engine asks for its files before it is there')
    // Copied at once, not file by file: every file is a part of this copy until it grows. (`slice` of a Buffer would copy nothing.)
    for (const { path, bytes } of entriesOf(new Uint8Array(this.#dump))) {
      files.mkdirTree(bytes ? path.slice(0, path.lastIndexOf('/')) : path)
      if (bytes) files.writeFile(path, bytes, OWNED)
    }
    return Promise.resolve()
  }
}

/** The file system keeps the bytes that it is given instead of a copy. */
const OWNED: { readonly flags?: string; readonly canOwn: true } = { canOwn: true }

interface Entry {
  readonly path: string
  /** Absent of a folder. */
  readonly bytes?: Uint8Array
}

/** What a tar file holds whose names are short, as the engine's are. */
function* entriesOf(tar: Uint8Array): Generator<Entry> {
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const path = `${PGlite.paths.PGDATA}${textAt(tar, at, 100)}`
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8)
    const begin = at + BLOCK
    yield textAt(tar, at + 156, 1) === FOLDER ? { path } : { path, bytes: tar.subarray(begin, begin + size) }
    at = begin + Math.ceil(size / BLOCK) * BLOCK
  }
}

/** Fields end at their first zero byte or where they are full. */
function textAt(tar: Uint8Array, from: number, length: number): string {
  const field = Buffer.from(tar.buffer, tar.byteOffset + from, length)
  const end = field.indexOf(0)
  return field.toString('latin1', 0, end === -1 ? length : end)
}
