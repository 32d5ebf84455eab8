import { posix } from 'node:path'
import type { Finding, Source } from './source.ts'

const MAX_FILE_LINES = 400
const MAX_FUNCTION_LINES = 60

/** Refuses files and functions that hold more than one topic can need, and barrel files. */
export function checkSizes(source: Source): readonly Finding[] {
  const { path, lineCount, functions } = source
  const file = lineCount > MAX_FILE_LINES
    ? [{ path, line: 1, message: `This file has ${lineCount} lines, the limit is ${MAX_FILE_LINES}. Split it where the second topic begins.` }]
    : []
  const long = functions
    .filter(({ lines, isSuite }) => lines > MAX_FUNCTION_LINES && !isSuite)
    .map(({ name, line, lines }) => ({ path, line, message: `${name} has ${lines} lines, the limit is ${MAX_FUNCTION_LINES}. Name its parts and call them.` }))
  const barrel = /^index\.tsx?$/.test(posix.basename(path))
    ? [{ path, line: 1, message: 'No index files: a file is named after what it exports, and imported by that name.' }]
    : []
  return [...file, ...long, ...barrel]
}
