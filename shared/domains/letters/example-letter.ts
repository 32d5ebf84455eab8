import type { JsonObject } from '../../json.ts'
import { instantFromMs } from '../../time.ts'
import type { Letterhead } from '../staff/tables.ts'
import type { AnswerForm } from './answers.ts'
import { conditionalText } from './condition.ts'
import { EXAMPLE_DUE, exampleNotice } from './example-notice.ts'
import { letterDocument, type LetterDocument } from './letter-document.ts'
import type { Letter } from './letter.ts'
import { noticeText } from './notice-text.ts'
import { letterFor, type LetterSource } from './letter-for.ts'
import { sketchOf, type TemplateContent } from './template-content.ts'

const RECEIVED_AT = instantFromMs(Date.UTC(2026, 4, 4, 8))
const DUE_AT = instantFromMs(Date.UTC(2026, 7, 4, 8))
const DATED = instantFromMs(Date.UTC(2026, 5, 15, 8))

/** A letterhead in which nothing is missing, for a town that has written none yet. */
export const EXAMPLE_LETTERHEAD: Letterhead = {
  authority: 'Stadt Musterstadt, Musteramt', street: 'Marktplatz 1', postalCode: '12345', place: 'Musterstadt', telephone: '01234 567-0',
  email: 'amt@musterstadt.example', signatory: 'Maria Beispiel, Bürgermeisterin', senderLine: '', bankName: 'Sparkasse Musterstadt',
  iban: 'DE02120300000000202051', openingHours: 'Di 9–12 und 14–18 Uhr', court: 'Verwaltungsgericht Musterstadt, Gerichtsweg 2, 12345 Musterstadt',
}

/** What an example is made with: an invented answer to every question, and how answers read. */
export interface ExampleCase {
  readonly answers: JsonObject
  readonly form: AnswerForm
  readonly service: LetterSource['service'] | null
}

/**
 * The letter of an invented case in which nothing is left out, so that every paragraph of a template is seen, whatever its
 * condition.
 */
export function exampleLetter(content: TemplateContent, example: ExampleCase, letterhead: Letterhead | null): LetterDocument {
  const whole = { ...content, paragraphs: content.paragraphs.map(paragraph => conditionalText(paragraph).text) }
  const letter = content.outcome === 'notice' ? exampleOfNotice(whole, letterhead) : exampleOfCase(whole, example, letterhead)
  return letterDocument(letter, { dated: DATED, verification: null, isDraft: true })
}

function exampleOfNotice(content: TemplateContent, letterhead: Letterhead | null): Letter {
  const { postalCode, place } = letterhead ?? EXAMPLE_LETTERHEAD
  return noticeText(sketchOf(content), letterhead, exampleNotice(letterhead), { recipient: ['Erika Mustermann', 'Musterweg 7', `${postalCode} ${place}`], due: EXAMPLE_DUE })
}

function exampleOfCase(content: TemplateContent, { answers, form, service }: ExampleCase, letterhead: Letterhead | null): Letter {
  const { postalCode, place } = letterhead ?? EXAMPLE_LETTERHEAD
  return letterFor({
    template: sketchOf(content),
    letterhead,
    application: {
      reference: 'MUSTER-2026-000123', subject: service?.title.de ?? 'Musterleistung', applicantName: 'Erika Mustermann', receivedAt: RECEIVED_AT, dueAt: DUE_AT,
      form: { ...answers, street: 'Musterweg', houseNumber: '7', postalCode, locality: place },
    },
    form,
    service: {
      title: service?.title ?? { de: 'Musterleistung' },
      legalBasis: service?.legalBasis || 'Mustersatzung',
      contact: service?.contact ?? null,
    },
    decision: {
      reason: 'Hier steht die Begründung, die zum einzelnen Antrag geschrieben wird.',
      conditions: '- erste Auflage\n- zweite Auflage',
      amountCents: 25_000,
      feeCents: 4_500,
    },
    clerkName: 'Max Beispiel',
    values: Object.fromEntries(content.asked.map(({ name, label }) => [name, `[${label.trim() || name}]`])),
  })
}
