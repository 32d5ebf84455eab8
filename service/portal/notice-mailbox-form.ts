import { cut } from '../../shared/text.ts'
import { MailboxAsked, type MailboxOffer } from '../../shared/wire/public-notices.ts'
import { textIn } from './answers.ts'
import { NOTICE_TEXTS } from './notice-mailbox-texts.ts'
import { written } from './posted.ts'
import type { Language } from './texts.ts'

/** What was chosen and typed. */
export type TypedMailbox = Readonly<Record<'kind' | 'reference' | 'name' | 'email', string>>

export type MailboxProblems = ReadonlyMap<keyof TypedMailbox, string>

const MOST_LETTERS = 255

/** Where there is only one kind of notice it is chosen. */
export const nothingTyped = (offers: readonly MailboxOffer[]): TypedMailbox => ({ kind: offers.length === 1 ? (offers[0]?.kindId ?? '') : '', reference: '', name: '', email: '' })

export function typedMailboxIn(posted: FormData): TypedMailbox {
  const text = (name: string): string => cut(written(textIn(posted, name)), MOST_LETTERS).trim()
  return { kind: text('kind'), reference: text('reference'), name: text('name'), email: text('email') }
}

/** What is asked for; undefined where something is wrong. */
export const askedIn = ({ kind: kindId, reference, name, email }: TypedMailbox, language: Language): MailboxAsked | undefined => MailboxAsked.safeParse({ kindId, reference, name, email, language }).data

const { kindId, reference, name, email } = MailboxAsked.shape

/** What is wrong with it, in the order of the page. */
export function problemsOfMailbox(typed: TypedMailbox, offers: readonly MailboxOffer[], language: Language): MailboxProblems {
  const texts = NOTICE_TEXTS[language]
  const problems = new Map<keyof TypedMailbox, string>()
  if (!kindId.safeParse(typed.kind).success || !offers.some(offer => offer.kindId === typed.kind)) problems.set('kind', texts.kindMissing)
  if (!reference.safeParse(typed.reference).success) problems.set('reference', texts.referenceMissing)
  if (!name.safeParse(typed.name).success) problems.set('name', texts.nameMissing)
  if (!email.safeParse(typed.email).success) problems.set('email', texts.emailWrong)
  return problems
}
