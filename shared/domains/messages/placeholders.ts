/** What a block of text may be filled with in an answer. */
interface AnswerValues {
  readonly name: string
  readonly subject: string
  readonly clerkName: string
  readonly department: string
  readonly today: string
}

const NAMES: Readonly<Record<string, keyof AnswerValues>> = {
  applicantName: 'name', name: 'name', subject: 'subject', clerkName: 'clerkName', department: 'department', today: 'today',
}

/** A block of text as an answer begins with it. A place that a message knows nothing for stays, so that somebody sees and fills it. */
export const filledAnswer = (paragraphs: readonly string[], values: AnswerValues): string =>
  paragraphs.join('\n\n').replace(/\{\{\s*([A-Za-z][A-Za-z0-9]*)\s*\}\}/g, (whole, name: string) => {
    const known = NAMES[name]
    return (known && values[known]) || whole
  })

/** Places that nobody has filled. */
export const openPlaces = (text: string): readonly string[] => text.match(/\{\{\s*[A-Za-z][A-Za-z0-9]*\s*\}\}/g) ?? []
