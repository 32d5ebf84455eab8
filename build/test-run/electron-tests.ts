import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Visitor, parseSync, type ESTree } from 'vite'
import { listFiles } from '../lint/source.ts'
import { ROOT } from '../paths.ts'

/** Where the tests are that drive the real Electron. */
export const ELECTRON_TESTS = 'tests/e2e/electron'

/** Whether the Electron binary was downloaded; the package alone brings types only. */
export function isElectronInstalled(): boolean {
  return existsSync(join(ROOT, 'node_modules/electron/path.txt'))
}

/** How many tests cannot run because they need the Electron binary; a table of cases counts as one. */
export function countElectronTests(): number {
  const files = listFiles(ROOT, ELECTRON_TESTS).filter((path) => path.endsWith('.test.ts'))
  return files.reduce((sum, path) => sum + countTests(path, readFileSync(join(ROOT, path), 'utf8')), 0)
}

/** The number of tests that a file writes down. */
export function countTests(path: string, text: string): number {
  let count = 0
  new Visitor({ CallExpression: ({ callee }) => { if (isTestName(callee)) count += 1 } }).visit(parseSync(path, text).program)
  return count
}

/** `test(…)`, and `test.each(…)` or `test.for(…)` by the member in front of their table. */
function isTestName(callee: ESTree.Expression | ESTree.Super): boolean {
  const name = callee.type === 'MemberExpression' ? callee.object : callee
  return name.type === 'Identifier' && (name.name === 'test' || name.name === 'it')
}
