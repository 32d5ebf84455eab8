import { conditionalText, holds } from './condition.ts'
import { filled, openIn, type Lists, type Values } from './fill.ts'
import type { LetterBlock } from './letter.ts'
import { isTableLine, tableOf } from './template-table.ts'

const HEADING = '# '

/** The variables of a paragraph without a value; what the lines of a table name of a list is none of them. */
export const openInParagraph = (paragraph: string, values: Values, lists: Lists): readonly string[] =>
  runsOf(paragraph.split('\n'), isTableLine).flatMap(({ isKind, lines }) =>
    openIn(lines.join('\n'), values).filter(name => !isKind || !lists.has(name.split('.')[0] ?? '')))

/**
 * The paragraphs that `keptParagraphs` has left, as blocks. A heading that has nothing below it any more is left out, and
 * so is a table without rows.
 */
export function blocksOf(kept: readonly string[], values: Values, lists: Lists): readonly LetterBlock[] {
  const blocks = kept.flatMap(paragraph =>
    paragraph.startsWith(HEADING)
      ? [{ kind: 'heading', text: filled(paragraph.slice(HEADING.length), values) } as const]
      : runsOf(paragraph.split('\n'), isTableLine).flatMap(({ isKind, lines }) =>
          isKind ? tableOf(lines, values, lists) : textBlocks(filled(lines.join('\n'), values))))
  return blocks.filter((block, index) => block.kind !== 'heading' || (blocks[index + 1]?.kind ?? 'heading') !== 'heading')
}

/**
 * Paragraphs that will stand in the letter, without their conditions: those whose condition holds, and that name nothing
 * which need not be there (conditions, a fee) and is not.
 */
export const keptParagraphs = (paragraphs: readonly string[], values: Values, mayBeAbsent: ReadonlySet<string>): readonly string[] =>
  paragraphs.map(conditionalText)
    .filter(({ condition, text }) => (condition === null || holds(condition, values)) && !openIn(text, values).some(name => mayBeAbsent.has(name)))
    .map(({ text }) => text)

const isItem = (line: string): boolean => /^[-–•] /.test(line)

/** Empty lines part paragraphs, lines with a dash make a list. */
const textBlocks = (text: string): readonly LetterBlock[] =>
  text.split(/\n[ \t]*\n/).flatMap(part =>
    runsOf(part.split('\n').map(line => line.trimEnd()).filter(Boolean), isItem).map(({ isKind, lines }): LetterBlock =>
      isKind ? { kind: 'list', items: lines.map(line => line.slice(2).trim()) } : { kind: 'paragraph', text: lines.join('\n') }))

/** Lines of one kind that follow each other, and those between them. */
export function runsOf(lines: readonly string[], isOfKind: (line: string) => boolean): readonly { readonly isKind: boolean; readonly lines: readonly string[] }[] {
  const runs: { readonly isKind: boolean; readonly lines: string[] }[] = []
  for (const line of lines) {
    const isKind = isOfKind(line)
    const last = runs.at(-1)
    if (last?.isKind === isKind) last.lines.push(line)
    else runs.push({ isKind, lines: [line] })
  }
  return runs
}
