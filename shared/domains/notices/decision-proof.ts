import { germanDay } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import { caseLetterOf, type CaseLetter } from '../letters/case-letters.ts'
import { writtenDay } from '../letters/letter-for.ts'
import type { SheetDocument } from '../letters/sheet.ts'
import type { Letterhead } from '../staff/tables.ts'
import { decisionWay, type DecisionLetter } from './decision-delivery.ts'
import { CHANNEL_WORDS, dayAndTime, inGroups, STATE_WORDS, table } from './ledger-proof.ts'

/** Everything that is known about how a letter of a case reached whoever applied. */
export interface ProvedDecision {
  readonly letter: Omit<DecisionLetter, 'addedAt'>
  /** As it is printed on the letter; empty where none is kept. */
  readonly code: string
  /** Of the letter, `2026-11-22`; null where none is kept. */
  readonly dated: string | null
  readonly sha256: string
  readonly application: { readonly reference: string; readonly subject: string; readonly applicantName: string }
  readonly readsMailbox: boolean
  readonly letterhead: Letterhead | null
  readonly madeAt: Instant
  readonly madeBy: string
}

const TO: Readonly<Record<CaseLetter, string>> = { Bescheid: 'zum Bescheid', Bescheinigung: 'zur Bescheinigung' }

/** The Zustellnachweis of such a letter, named after it, to be filed and to be shown to a court. */
export function decisionProof({ letter, code, dated, sha256, application: { reference, subject, applicantName }, readsMailbox, letterhead, madeAt, madeBy }: ProvedDecision): SheetDocument {
  const name = caseLetterOf(letter.filename)
  const { channel, state } = decisionWay(letter, readsMailbox)
  const at = (instant: Instant | null): string => (readsMailbox && instant ? dayAndTime(instant) : '')
  const about = [['Empfänger', applicantName], ['Aktenzeichen', reference], ['Vorgang', subject], ['Schreiben', letter.filename], ['Datum des Schreibens', dated ? writtenDay(dated) : ''], ['Prüfnummer', code]] as const
  const sent = [
    ['Weg', CHANNEL_WORDS[channel]], ['Stand', STATE_WORDS[state]], ['Im Postfach bereitgestellt', at(letter.providedAt)], ['Im Postfach geöffnet', at(letter.retrievedAt)], ['Prüfsumme der Datei (SHA-256)', inGroups(sha256)],
  ] as const
  return {
    letter: {
      letterhead, recipient: [applicantName], reference, contact: { name: madeBy, telephone: '', email: '', room: '' }, subject: `Zustellnachweis ${TO[name]} ${reference}`,
      blocks: [table(name, about), { kind: 'heading', text: 'Versand' }, table('Angabe', sent)], remedies: '', signatures: [`Ort, Datum, ${madeBy}`],
    },
    date: writtenDay(germanDay(madeAt)), verification: null, isDraft: false,
  }
}
