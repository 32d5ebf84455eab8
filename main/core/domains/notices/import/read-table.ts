import type { Reading, ReadTable } from '../../../../../shared/domains/notices/import/table.ts'
import { refuse, type Result } from '../../../../../shared/result.ts'
import { LIMITS } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** Reads a file by what is in it, whatever it is called, or as a person chose. */
export function readTable(bytes: Uint8Array, reading: Reading): Result<ReadTable> {
  if (bytes.length > LIMITS.bytes) return refuse('notices/table-too-large', { most: LIMITS.bytes / 1024 / 1024 })
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes, reading.sheet)
  // Excel before 2007, and workbooks with a password.
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('notices/table-old-workbook')
  return readCsv(bytes, reading)
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)
