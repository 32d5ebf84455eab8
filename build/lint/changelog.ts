import type { Finding } from './source.ts'

const PATH = 'CHANGELOG.md'
const UNRELEASED = '## Unveröffentlicht'
const RELEASE = /^## \d+\.\d+\.\d+ – \d{4}-\d{2}-\d{2}$/
const GROUP = /^### (Neu|Besser|Behoben|Sicherheit)$/
const ENTRY = /^- \p{Lu}.*[.!?]$/u

/** Refuses a changelog that a clerk could not read: unknown headings, entries that are no sentence. */
export function checkChangelog(text: string): readonly Finding[] {
  const lines = text.split('\n').map((content, index) => ({ content, line: index + 1 }))
  const headings = lines.filter(({ content }) => content.startsWith('## '))
  const first = headings[0]?.content === UNRELEASED
    ? []
    : [finding(headings[0]?.line ?? 1, `The first section must be "${UNRELEASED}".`)]
  return [...first, ...lines.flatMap(({ content, line }) => checkLine(content, line))]
}

function checkLine(content: string, line: number): readonly Finding[] {
  if (content.startsWith('## ') && content !== UNRELEASED && !RELEASE.test(content))
    return [finding(line, 'A release is headed "## 1.2.3 – 2026-11-30" (version, dash, day).')]
  if (content.startsWith('### ') && !GROUP.test(content))
    return [finding(line, 'The groups are: Neu, Besser, Behoben, Sicherheit.')]
  if (content.startsWith('-') && !ENTRY.test(content))
    return [finding(line, 'An entry is one whole sentence on one line, saying what the clerk can do now or no longer suffers.')]
  return []
}

function finding(line: number, message: string): Finding {
  return { path: PATH, line, message }
}
