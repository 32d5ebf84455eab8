import type { LetterProblemCode } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { LetterProblem } from '../../../../shared/domains/notices/tables.ts'

/** A problem on a page, counted from 1, with what was found there. */
export const problem = (code: LetterProblemCode, page: number, found: string): LetterProblem => ({ code, page: Math.max(1, Math.min(page, 1_000)), found: found.slice(0, 200) })

export const problemIf = (isThere: boolean, code: LetterProblemCode, page: number, found: string): readonly LetterProblem[] => (isThere ? [problem(code, page, found)] : [])
