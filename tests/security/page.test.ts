import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../build/paths.ts'
import { listFiles } from '../../build/lint/source.ts'

const PAGE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
const ITEMS = 36
const NAMED = /`([\w./-]+\.test\.tsx?)`: \*([^*]+)\*/g

const named = [...PAGE.matchAll(NAMED)].map(([, file = '', title = '']) => ({ file, title }))
const rows = PAGE.split('\n').filter(line => /^\| \d+ \|/.test(line))

/** As it stands in the source, whichever quotes are around it. */
const titlesIn = (text: string): string => text.replaceAll("\\'", "'")

test('docs/security.md names only what exists', () => {
  const files = new Map([...new Set(named.map(({ file }) => file))].map(file => [file, titlesIn(readFileSync(join(ROOT, file), 'utf8'))]))
  expect(named.length).toBeGreaterThan(ITEMS)
  expect(named.filter(({ file, title }) => !files.get(file)?.includes(title))).toEqual([])
})

test('each of the thirty-six stands there once, in order, with a test of its own', () => {
  expect(rows.map(row => Number(row.split('|')[1]))).toEqual(Array.from({ length: ITEMS }, (_, index) => index + 1))
  expect(rows.filter(row => row.matchAll(NAMED).next().done)).toEqual([])
})

test('what runs only where the Electron binary is says so, and what is tried here is named', () => {
  expect(rows.filter(row => row.includes('`tests/e2e/electron/') && !row.includes('NOT RUN'))).toEqual([])
  const here = listFiles(ROOT, 'tests/security').filter(file => file.endsWith('.test.ts') && !file.endsWith('page.test.ts') && !file.endsWith('callback-signature.test.ts'))
  expect(here.filter(file => !named.some(one => one.file === file))).toEqual([])
})
