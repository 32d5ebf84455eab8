/** The letters of a case: the decision, and the certificate that it was deemed granted (§ 42a Abs. 3 VwVfG). What a letter is stands in its name alone. */
export const CASE_LETTERS = ['Bescheid', 'Bescheinigung'] as const
export type CaseLetter = (typeof CASE_LETTERS)[number]

/** Under which name such a letter is kept; `reference` is that of its case. */
export const caseLetterFile = (letter: CaseLetter, reference: string): string => `${letter} ${reference}.pdf`

/** What a letter is, by the name under which it is kept. */
export const caseLetterOf = (filename: string): CaseLetter => CASE_LETTERS.find(letter => filename.startsWith(`${letter} `)) ?? 'Bescheid'
