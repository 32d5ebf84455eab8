import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../paths.ts'

// The rooms' own TypeScript projects and lint rules, over small files that each break one of them.
const PROJECTS = ['shared', 'main/core', 'main/browser', 'main/electron', 'preload', 'renderer', 'service', 'build', 'tests']

const TYPE_REFUSALS: readonly (readonly [path: string, text: string, error: RegExp])[] = [
  ['shared/dom.ts', 'document.title', /'document'/],
  ['shared/node.ts', 'process.pid', /'process'/],
  ['shared/network.ts', `void fetch('a')`, /'fetch'/],
  ['shared/timer.ts', 'setTimeout(() => undefined, 1)', /'setTimeout'/],
  ['shared/strict.ts', `export const first: string = ['a'][0]`, /undefined/],
  ['shared/exact.ts', 'export const a: { b?: string } = { b: undefined }', /exactOptionalPropertyTypes/],
  ['shared/enumeration.ts', 'export enum A { B }', /erasableSyntaxOnly/],
  ['main/core/dom.ts', 'document.title', /'document'/],
  ['main/browser/dom.ts', 'window.open()', /'window'/],
  ['main/electron/dom.ts', 'document.title', /'document'/],
  ['service/dom.ts', 'document.title', /'document'/],
  ['renderer/node.tsx', 'process.pid', /'process'/],
  ['renderer/buffer.ts', `Buffer.from('a')`, /'Buffer'/],
  ['renderer/foreign.ts', `import '../service/dom.ts'`, /not listed within the file list/],
]

const LINT_REFUSALS: readonly (readonly [path: string, text: string, rule: RegExp])[] = [
  ['service/default.ts', 'export default 1', /no-default-export/],
  ['service/anything.ts', 'export const a: any = 1', /no-explicit-any/],
  ['service/floating.ts', `export function a(): void { Promise.resolve(1) }`, /no-floating-promises/],
  ['service/misused.ts', `export const a = [1].forEach(async (b) => { await Promise.resolve(b) })`, /no-misused-promises/],
  ['service/expected.ts', `// @ts-expect-error\nexport const a: string = 1`, /ban-ts-comment/],
  ['service/focused.test.ts', `import { test } from 'vitest'\ntest.only('a', () => undefined)`, /no-focused-tests/],
  ['service/skipped.test.ts', `import { test } from 'vitest'\ntest.skip('a', () => undefined)`, /no-disabled-tests/],
]

const folder = mkdtempSync(join(tmpdir(), 'rathaus-projects-'))
let types: readonly string[] = []
let lint: readonly string[] = []

function run(tool: string, args: readonly string[]): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], { cwd: folder, encoding: 'utf8' })
  return stdout.split('\n')
}

beforeAll(() => {
  for (const project of PROJECTS) mkdirSync(join(folder, project), { recursive: true })
  for (const file of ['tsconfig.json', '.oxlintrc.json', 'package.json', ...PROJECTS.map((project) => `${project}/tsconfig.json`)]) copyFileSync(join(ROOT, file), join(folder, file))
  const base = readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')
  writeFileSync(join(folder, 'tsconfig.base.json'), base.replace('./node_modules/.cache/types', './out'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of [...TYPE_REFUSALS, ...LINT_REFUSALS]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\nexport {}\n`)
  }
  types = run('typescript/bin/tsc', ['-b', '--pretty', 'false'])
  lint = run('oxlint/bin/oxlint', ['--type-aware', '--format=unix'])
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const about = (lines: readonly string[], path: string): string => lines.filter((line) => line.startsWith(path)).join('\n')

test.each(TYPE_REFUSALS)('types refuse %s', (path, _text, error) => {
  expect(about(types, path)).toMatch(error)
})

test.each(LINT_REFUSALS)('lint refuses %s', (path, _text, rule) => {
  expect(about(lint, path)).toMatch(rule)
})
