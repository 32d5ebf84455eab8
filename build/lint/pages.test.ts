import { expect, test } from 'vitest'
import { checkChangelog } from './changelog.ts'
import { checkPage } from './docs.ts'
import { checkSizes } from './sizes.ts'
import { parseSource } from './source.ts'

const lines = (count: number): string => 'a()\n'.repeat(count)

test.each([
  ['a long file', 'shared/a.ts', lines(401), 'This file has 401 lines, the limit is 400. Split it where the second topic begins.'],
  ['a long function', 'shared/a.ts', `function big() {\n${lines(59)}}\n`, 'big has 61 lines, the limit is 60. Name its parts and call them.'],
  ['a long test', 'shared/a.test.ts', `test('a', () => {\n${lines(59)}})\n`, 'a function has 61 lines, the limit is 60. Name its parts and call them.'],
  ['a barrel', 'shared/index.ts', lines(1), 'No index files: a file is named after what it exports, and imported by that name.'],
])('refuses %s', (_name, path, text, message) => {
  expect(checkSizes(parseSource(path, text)).map((finding) => finding.message)).toEqual([message])
})

test.each([
  ['a file at the limit', 'shared/a.ts', lines(400)],
  ['a function at the limit', 'shared/a.ts', `function big() {\n${lines(58)}}\n`],
  ['a suite of many tests', 'shared/a.test.ts', `describe('a', () => {\n${lines(100)}})\n`],
  ['a suite over a table', 'shared/a.test.ts', `describe.each(b)('a', () => {\n${lines(100)}})\n`],
])('allows %s', (_name, path, text) => {
  expect(checkSizes(parseSource(path, text))).toEqual([])
})

const CHANGELOG = '# Was ist neu?\n\n## Unveröffentlicht\n\n### Neu\n\n- Sie können suchen.\n\n## 0.1.0 – 2026-11-30\n'

test('accepts the changelog in its form', () => {
  expect(checkChangelog(CHANGELOG)).toEqual([])
})

test.each([
  ['without the unreleased section', '## Unveröffentlicht\n', '## 0.2.0 – 2026-12-01\n', 3, 'The first section must be "## Unveröffentlicht".'],
  ['with a release in another form', '## 0.1.0 – 2026-11-30', '## v0.1.0', 9, 'A release is headed "## 1.2.3 – 2026-11-30" (version, dash, day).'],
  ['with another group', '### Neu', '### Added', 5, 'The groups are: Neu, Besser, Behoben, Sicherheit.'],
  ['with an entry that is no sentence', 'Sie können suchen.', 'suche', 7, 'An entry is one whole sentence on one line, saying what the clerk can do now or no longer suffers.'],
])('refuses a changelog %s', (_name, from, to, line, message) => {
  expect(checkChangelog(CHANGELOG.replace(from, to))).toEqual([{ path: 'CHANGELOG.md', line, message }])
})

const isThere = (target: string): boolean => ['docs/sync.md', 'main/core/core.ts', 'main/core'].includes(target)

test('accepts links and paths that lead somewhere', () => {
  const page = 'See [sync](sync.md#kill), [web](https://example.org), `main/core/core.ts`, `main/core/`, `main/<domain>/x`, `npm test`.\n```\n`main/gone.ts`\n```\n'
  expect(checkPage('docs/architecture.md', page, isThere)).toEqual([])
})

test.each([
  ['a broken link', 'one\n[gone](../gone.md)', 'The link to "../gone.md" leads nowhere.'],
  ['a path that is gone', 'one\n`service/gone.ts`', 'There is no "service/gone.ts". Mend the page in the same change as the code.'],
])('refuses %s', (_name, page, message) => {
  expect(checkPage('docs/architecture.md', page, isThere)).toEqual([{ path: 'docs/architecture.md', line: 2, message }])
})
