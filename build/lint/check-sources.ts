import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkChangelog } from './changelog.ts'
import { checkDocs } from './docs.ts'
import { checkRestricted } from './restricted.ts'
import { checkCycles, checkRooms } from './rooms.ts'
import { checkSizes } from './sizes.ts'
import { readSources, type Finding } from './source.ts'

/** What `npm run check` asks of the sources beyond types and lint, by the name that is shown. */
export function checkSources(root: string): ReadonlyMap<string, readonly Finding[]> {
  const sources = readSources(root)
  return new Map([
    ['rooms', [...sources.flatMap(checkRooms), ...checkCycles(sources)]],
    ['one place each', sources.flatMap(checkRestricted)],
    ['sizes', sources.flatMap(checkSizes)],
    ['docs', checkDocs(root)],
    ['changelog', checkChangelogFile(root)],
  ])
}

function checkChangelogFile(root: string): readonly Finding[] {
  const path = join(root, 'CHANGELOG.md')
  return existsSync(path) ? checkChangelog(readFileSync(path, 'utf8')) : [{ path: 'CHANGELOG.md', line: 1, message: 'CHANGELOG.md is missing.' }]
}
