import { germanDay } from '../../german-days.ts'
import type { JsonObject } from '../../json.ts'
import type { Instant } from '../../time.ts'
import type { Letterhead } from '../staff/tables.ts'
import { answerInWords, recipientOf, type AnswerForm } from './answers.ts'
import type { Values } from './fill.ts'
import { filledTemplate, letterheadValues } from './filled-template.ts'
import type { Letter } from './letter.ts'
import type { LetterTemplate } from './tables.ts'
import { formVariable, MAY_BE_ABSENT, type CaseVariable } from './variables.ts'

/** Everything a letter is made from. */
export interface LetterSource {
  readonly template: LetterTemplate
  readonly letterhead: Letterhead | null
  readonly application: {
    readonly reference: string
    readonly subject: string
    readonly applicantName: string
    readonly receivedAt: Instant
    readonly dueAt: Instant | null
    readonly form: JsonObject
  }
  readonly form: AnswerForm
  readonly service: {
    readonly title: { readonly de: string }
    readonly legalBasis: string
    readonly contact: Letter['contact'] | null
  }
  readonly decision: { readonly reason: string; readonly conditions: string; readonly amountCents: number | null; readonly feeCents: number | null }
  /** Whoever wrote it: the contact where the service names none. */
  readonly clerkName: string
  readonly values: Readonly<Record<string, string>>
}

/** The letter with everything known filled in. The same source always gives the same letter. */
export function letterFor(source: LetterSource): Letter {
  const { template, letterhead, application, form } = source
  return {
    ...filledTemplate(template, letterhead, { values: valuesOf(source), lists: new Map(), mayBeAbsent: MAY_BE_ABSENT }),
    recipient: [...recipientOf(application.applicantName, form, application.form, letterhead)],
    reference: application.reference,
    contact: contactOf(source),
    values: { ...source.values },
  }
}

function contactOf({ service, letterhead, clerkName }: LetterSource): Letter['contact'] {
  const { name, telephone, email, room } = service.contact ?? { name: '', telephone: '', email: '', room: '' }
  return { name: name || clerkName, telephone: telephone || (letterhead?.telephone ?? ''), email: email || (letterhead?.email ?? ''), room }
}

/** What the case says comes before what a person typed: nobody writes another name over the applicant's. */
function valuesOf(source: LetterSource): Values {
  const { application, form, values } = source
  const answers = Object.keys(application.form).map(key => [formVariable(key), answerInWords(form, key, application.form[key])] as const)
  return new Map([
    ...Object.entries(values).map(([name, text]) => [name, text.trim()] as const),
    ...answers,
    ...Object.entries(knownValues(source)),
  ])
}

const knownValues = ({ letterhead, application, service, decision }: LetterSource): Readonly<Record<CaseVariable, string>> => ({
  applicantName: application.applicantName,
  subject: application.subject,
  reference: application.reference,
  receivedDay: writtenDay(germanDay(application.receivedAt)),
  dueDay: application.dueAt ? writtenDay(germanDay(application.dueAt)) : '',
  service: service.title.de,
  legalBasis: service.legalBasis,
  reason: decision.reason.trim(),
  conditions: decision.conditions.trim(),
  amount: decision.amountCents === null ? '' : inEuro(decision.amountCents),
  fee: decision.feeCents ? inEuro(decision.feeCents) : '',
  ...letterheadValues(letterhead),
})

const EURO = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })

/** `1.234,50 €`, as a letter writes an amount. */
export const inEuro = (cents: number): string => EURO.format(cents / 100)

export const MONTHS = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'] as const

/** `2. November 2026` for `2026-11-02`. */
export function writtenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}. ${MONTHS[(month ?? 1) - 1]} ${year}`
}
