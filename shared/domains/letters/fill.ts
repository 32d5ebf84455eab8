import type { LetterBlock } from './letter.ts'

const VARIABLE = /\{\{\s*([A-Za-z][\w.]{0,98})\s*\}\}/g
const HEADING = '# '

/** Values by the names of the variables; what is not there, or empty, is not filled. */
export type Values = ReadonlyMap<string, string>

/** The names of the variables in a text, each once. */
export const variablesIn = (text: string): readonly string[] => [...new Set([...text.matchAll(VARIABLE)].map(([, name]) => name ?? ''))]

/** The text with its variables filled in, once: braces in a value are only braces. What has no value stays as it is. */
export const filled = (text: string, values: Values): string =>
  text.replace(VARIABLE, (whole, name: string) => values.get(name) || whole)

/** The variables of a text without a value. */
export const openIn = (text: string, values: Values): readonly string[] => variablesIn(text).filter(name => !values.get(name))

/**
 * The paragraphs of a template as blocks. One that names something that need not be there (conditions, a fee) and is not
 * is left out, and with it a heading that has nothing below it any more.
 */
export function blocksOf(paragraphs: readonly string[], values: Values, mayBeAbsent: ReadonlySet<string>): readonly LetterBlock[] {
  const kept = keptParagraphs(paragraphs, values, mayBeAbsent)
  const blocks = kept.flatMap(paragraph =>
    paragraph.startsWith(HEADING)
      ? [{ kind: 'heading', text: filled(paragraph.slice(HEADING.length), values) } as const]
      : textBlocks(filled(paragraph, values)))
  return blocks.filter((block, index) => block.kind !== 'heading' || (blocks[index + 1]?.kind ?? 'heading') !== 'heading')
}

/** Paragraphs that will stand in the letter. */
export const keptParagraphs = (paragraphs: readonly string[], values: Values, mayBeAbsent: ReadonlySet<string>): readonly string[] =>
  paragraphs.filter(paragraph => !openIn(paragraph, values).some(name => mayBeAbsent.has(name)))

const isItem = (line: string): boolean => /^[-–•] /.test(line)

/** Empty lines part paragraphs, lines with a dash make a list. */
function textBlocks(text: string): readonly LetterBlock[] {
  return text.split(/\n[ \t]*\n/).flatMap(part => runsOf(part.split('\n').map(line => line.trimEnd()).filter(Boolean)))
}

function runsOf(lines: readonly string[]): readonly LetterBlock[] {
  const runs: { readonly isList: boolean; readonly lines: string[] }[] = []
  for (const line of lines) {
    const isList = isItem(line)
    const last = runs.at(-1)
    if (last?.isList === isList) last.lines.push(line)
    else runs.push({ isList, lines: [line] })
  }
  return runs.map((run): LetterBlock =>
    run.isList ? { kind: 'list', items: run.lines.map(line => line.slice(2).trim()) } : { kind: 'paragraph', text: run.lines.join('\n') })
}
