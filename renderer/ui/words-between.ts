import { diffWordsWithSpace } from 'diff'

/** A run of words that both versions have, or only one of them. */
export interface WordRun {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed'
}

/** What was struck out of an older text and what is new in the other, in the order of reading. */
export const wordsBetween = (old: string, fresh: string): readonly WordRun[] =>
  joined(diffWordsWithSpace(old, fresh).map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' })))

/** Changes with only a blank between them read as one: first what was struck out, then what is new. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const whole: WordRun[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed) whole.push({ text: removed, kind: 'removed' })
    if (added) whole.push({ text: added, kind: 'added' })
    removed = ''
    added = ''
  }
  for (const [index, { text, kind }] of runs.entries()) {
    const next = runs[index + 1]
    const isGap = kind === 'same' && text.trim() === '' && removed + added !== '' && next !== undefined && next.kind !== 'same'
    if (kind === 'same' && !isGap) {
      flush()
      whole.push({ text, kind })
      continue
    }
    if (kind !== 'added') removed += text
    if (kind !== 'removed') added += text
  }
  flush()
  return whole
}
