import type { ErrorCode } from '../../../shared/errors.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { sqliteCode } from './connection.ts'

/** What SQLite's code means to a person. The only place where one becomes the other; unknown codes are bugs. */
const MEANINGS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^SQLITE_FULL$/, 'storage/disk-full'],
  [/^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE|SHMOPEN|SHMMAP)$/, 'storage/disk-full'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'storage/unreadable'],
  [/^SQLITE_(IOERR|CANTOPEN|READONLY)/, 'storage/unreadable'],
  [/^SQLITE_(BUSY|LOCKED)/, 'storage/in-use'],
]

/** The refusal an error of the storage stands for, or undefined when the error is a bug. */
export function storageRefusal(error: unknown): ErrorCode | undefined {
  const code = sqliteCode(error)
  return code === undefined ? undefined : MEANINGS.find(([pattern]) => pattern.test(code))?.[1]
}

const FILE_MEANINGS: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'storage/disk-full', EDQUOT: 'storage/disk-full', EFBIG: 'storage/disk-full',
  EIO: 'storage/unreadable', EROFS: 'storage/unreadable', EACCES: 'storage/unreadable', EPERM: 'storage/unreadable',
}

/** The same for a file that is not the cache: what the system says is a value, everything else a bug. */
export function attemptFile<Value>(act: () => Value, facts: Readonly<Record<string, string>>): Result<Value> {
  try {
    return ok(act())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? FILE_MEANINGS[String(error.code)] : undefined
    if (code === undefined) throw error
    return refuse(code, facts)
  }
}

/** Runs something that touches the storage: what the disk does is a value, what we did wrong is thrown on. */
export function attempt<Value>(act: () => Value): Result<Value> {
  try {
    return ok(act())
  } catch (error) {
    const code = storageRefusal(error)
    if (code === undefined) throw error
    return refuse(code)
  }
}
