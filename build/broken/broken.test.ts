import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../paths.ts'
import { copyOfTheTree } from './copy.ts'
import { broken, patternOf } from './mutant.ts'
import { MUTANTS } from './mutants.ts'
import { brokenBuildsPage } from './page.ts'
import { runOn } from './run-probe.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

test('there are at least forty, each with a name of its own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length)
})

test.each(MUTANTS.map(mutant => [mutant.name, mutant] as const))('%s fits the code, and its probe is there', (_name, mutant) => {
  expect(broken(mutant, read(mutant.file))).not.toBe(read(mutant.file))
  expect(existsSync(join(ROOT, mutant.probe.file)), mutant.probe.file).toBe(true)
  expect(read(mutant.probe.file)).toContain(mutant.probe.test)
})

test.each([['nowhere', 'b'], ['twice', 'aa']])('a change that fits %s is refused', (_, text) => {
  expect(() => broken({ name: 'a-change', file: 'a.ts', search: 'a', replace: 'c' }, text)).toThrow('a-change: a.ts holds the text')
})

test('titles are looked for letter by letter, but for the placeholders of tables', () => {
  const pattern = new RegExp(patternOf({ file: 'a.test.ts', test: 'a (b) is %s or %j?' }))
  expect(['a (b) is c or {"d":1}?', 'a b is c or d'].map(title => pattern.test(title))).toEqual([true, false])
})

test('the page lists them as they are (else: npm run broken-builds -- --page)', () => {
  expect(read('docs/broken-builds.md')).toBe(brokenBuildsPage(MUTANTS))
})

describe('in a copy of the tree', () => {
  let copy: ReturnType<typeof copyOfTheTree>
  beforeAll(() => { copy = copyOfTheTree() })
  afterAll(() => copy[Symbol.dispose]())

  test.each(MUTANTS.filter(({ isQuick }) => isQuick).map(mutant => [mutant.name, mutant] as const))('%s does not stay unnoticed', { timeout: 300_000 }, async (_name, mutant) => {
    expect((await runOn(copy.folder, mutant)).failed).toBeGreaterThan(0)
  })
})
