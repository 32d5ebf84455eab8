import * as z from 'zod'
import { germanDay } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import { Letter } from './letter.ts'
import { writtenDay } from './letter-for.ts'

/** A letter as it is set: the letter, its day, and what is printed on it so that anybody can check that it is genuine. */
export const LetterDocument = z.object({
  letter: Letter,
  /** As it stands in the letter, `22. November 2026`; empty where it is not dated yet. */
  date: z.string().max(40),
  verification: z.object({ code: z.string().max(40), url: z.string().max(400) }).nullable(),
  /** Shown before it is sent: it says so on every page. */
  isDraft: z.boolean(),
})
export type LetterDocument = Readonly<z.infer<typeof LetterDocument>>

interface Issue {
  readonly dated: Instant | null
  readonly verification: LetterDocument['verification']
  readonly isDraft: boolean
}

export const letterDocument = (letter: Letter, { dated, verification, isDraft }: Issue): LetterDocument => ({
  letter,
  date: dated ? writtenDay(germanDay(dated)) : '',
  verification,
  isDraft,
})
