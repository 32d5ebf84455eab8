import { statfs } from 'node:fs/promises'

/** Where Debian keeps PostgreSQL's data. */
export const POSTGRES_FOLDER = '/var/lib/postgresql'

const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Whether something could not be written for want of room. */
export const isDiskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && FULL.includes(error.code)

/** What is free for the service where a folder lies, in bytes; null where nobody can tell. */
export async function freeBytes(folder: string): Promise<number | null> {
  const place = await statfs(folder).catch(() => null)
  return place && place.bavail * place.bsize
}
