import * as z from 'zod'
import type { LetterForPost } from './letter-for-post.ts'
import { REGISTERED_WORDS } from './registered-words.ts'

/** Times as the interface writes them; only their day counts here. */
const Time = z.string().max(40).nullish()

/** What the interface says is wrong with a letter: `E324` and a sentence. */
const Issue = z.object({ code: z.string().max(20), description: z.string().max(1_000).nullish() })
export type Issue = z.infer<typeof Issue>

const LetterNumber = z.union([z.int().min(1), z.string().regex(/^\w{1,40}$/)]).transform(String)

export const Token = z.object({ token: z.string().min(8).max(8_000) })

/** One item per letter, in the order of the letters: its number, or what is wrong with it. */
export const HandedInItems = z.array(z.object({ fileName: z.string().max(200).nullish(), letterID: LetterNumber.nullish(), errorList: z.array(Issue).max(50).nullish() })).max(1_000)

/** A letter as the print centre knows it. */
const KnownLetter = z.object({
  letterID: LetterNumber,
  statusID: z.int().min(1).max(99),
  custom1: z.string().max(200).nullish(),
  printFeedbackDate: Time,
  errorList: z.array(Issue).max(50).nullish(),
})
export type KnownLetter = z.infer<typeof KnownLetter>
export const KnownLetters = z.array(KnownLetter).max(1_000)

/** A registered letter: how far the post says that it is, and since which day. */
export const TrackedLetters = z.array(z.object({ letterID: LetterNumber, registeredLetterStatus: z.string().max(80).nullish(), registeredLetterStatusDate: Time })).max(50_000)

/** How many letters a call has called back. */
export const CalledBack = z.object({ count: z.int().min(0) })

/** What is wrong with a whole call. */
export const Issues = z.array(Issue).max(50)

/** A letter as the interface takes it; the spelling of the sender's field is its own. */
export function letterOnWire({ name, fileName, pdf, lines, postalCode, place, country, returnLine, isColor, isDuplex, registered, holdDays }: LetterForPost, isTest: boolean) {
  const [addressLine1 = '', addressLine2 = '', addressLine3 = '', addressLine4 = '', addressLine5 = ''] = lines
  return {
    fileName, data: Buffer.from(pdf).toString('base64'), isColor, isDuplex, addressLine1, addressLine2, addressLine3, addressLine4, addressLine5, zipCode: postalCode, city: place, country,
    senderAdressLineComplete: returnLine, custom1: name, testFlag: isTest,
    // The same file within an hour is refused (E324): the last net under everything else.
    activateDuplicateFailsafe: true,
    ...(registered !== null && { registeredLetter: REGISTERED_WORDS[registered] }),
    ...(holdDays > 0 && { plugInList: { UploadManagement: { dueDays: holdDays } } }),
  }
}
