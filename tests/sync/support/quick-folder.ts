import { accessSync, constants, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder in memory where the system has one: what a killed process had written is there all the same, and only a power
 * cut, which no test here plays, would tell the difference. Half the time of many small transactions is waiting for a disk.
 */
export function quickFolder(prefix: string): string {
  try {
    accessSync('/dev/shm', constants.W_OK)
    return mkdtempSync(join('/dev/shm', prefix))
  } catch {
    return mkdtempSync(join(tmpdir(), prefix))
  }
}
