import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReadyVisit, aSession, aVisit, INFLUENZA, noAnswers, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import type { EarlierDose, VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { CarriedVisit } from '../../../../shared/domains/vaccinations/ticket-payload.ts'
import { isTicketText, ticketBytes, ticketText } from '../../../../shared/domains/vaccinations/ticket-text.ts'
import { derivedUuid, PersonId, SessionId, TownId, VaccinationId } from '../../../../shared/ids.ts'
import { openTicket, sealTicket, type TicketIssuer } from './seal-ticket.ts'

const keyed = (label: string): Pick<VaccinationSession, 'id' | 'ticketKey'> => ({
  id: label === 'own' ? aSession().id : SessionId.parse(derivedUuid('test/session', label)), ticketKey: Buffer.from(label.padEnd(32, '.')).toString('base64'),
})
const OWN: TicketIssuer = { townId: TownId.parse('tangerhuette'), session: keyed('own') }
const NONCE = new Uint8Array(12).fill(7)

const dose = (index: number): EarlierDose => ({
  day: `20${String(10 + (index % 15))}-10-${String(1 + (index % 28)).padStart(2, '0')}`, vaccineName: 'Beispielgrippe', vaccine: '836377006', diseases: [INFLUENZA], isLive: false, lot: `P${10_000 + index * 37}`,
  source: 'pass', vaccinationId: null,
})
const aWholeVisit = (doses: number): Visit => aReadyVisit('whole', {
  history: Array.from({ length: doses }, (_, index) => dose(index)), answers: { ...noAnswers(), note: 'Nach der letzten Impfung zwei Tage müde.' },
  verdict: { at: SESSION_NOW, byName: 'Dr. med. Eva Arndt', personId: PersonId.parse(derivedUuid('test', 'arndt')), may: 'yes', isOnDose: false, note: 'Unbedenklich.' },
  vaccinationId: VaccinationId.parse(derivedUuid('test', 'dose')), vaccinatedAt: SESSION_NOW, observeUntil: SESSION_NOW, observation: { at: SESSION_NOW, byName: 'Lisa Ohm', event: '' },
})

const sealed = (visit: Visit, issuer = OWN): string => {
  const ticket = sealTicket(issuer, visit, NONCE)
  if (!ticket.ok) throw new Error(ticket.error.code)
  return ticket.value.text
}
const told = (text: string, issuer = OWN): string => {
  const read = openTicket(issuer, text)
  return read.ok ? 'read' : read.error.code
}

describe('a ticket', () => {
  test.each([['just come', aVisit()], ['asked and agreed', aReadyVisit()], ['all done', aWholeVisit(4)]] as const)('carries all of a visit: %s', (_name, visit) => {
    const read = openTicket(OWN, sealed(visit))
    expect(read.ok && read.value.visit).toEqual(CarriedVisit.parse(visit))
  })

  test('is read as scanners type it: in small letters, with an end of line', () => {
    const text = sealed(aReadyVisit())
    expect([text.toLowerCase(), `${text}\r\n`, ` ${text}`].map(typed => told(typed))).toEqual(['read', 'read', 'read'])
    expect(text).toMatch(/^[0-9A-HJ-NP-X]+$/)
    expect(isTicketText(text.toLowerCase())).toBe(true)
  })

  test('fits into a code that can be read from paper, and a long pass does too', () => {
    const lengths = [aReadyVisit(), aWholeVisit(4), aWholeVisit(30), aWholeVisit(60)].map(visit => sealed(visit).length)
    expect(lengths[1]).toBeLessThan(1_100)
    expect(lengths[3]).toBeLessThan(2_900)
  })

  test('says so where more is written down than a code holds', () => {
    const note = (label: string): string => Array.from({ length: 55 }, (_, index) => derivedUuid(label, String(index))).join('').slice(0, 2_000)
    const departed = { at: SESSION_NOW, byName: '', reason: note('c').slice(0, 500) }
    expect(sealTicket(OWN, { ...aWholeVisit(60), answers: { ...noAnswers(), note: note('a') }, observation: { at: SESSION_NOW, byName: '', event: note('b') }, departed }, NONCE)).toMatchObject({ ok: false, error: { code: 'vaccinations/ticket-too-long' } })
  })

  test('tells nothing of the person to whoever finds it', () => {
    const bytes = Buffer.from(ticketBytes(sealed(aReadyVisit())) ?? []).toString('latin1')
    for (const part of ['Gro', 'nne', '1948', 'Anger', 'Uchtdorf']) expect(bytes).not.toContain(part)
  })

  test('is refused by another session, another town and another key, each for its reason', () => {
    const text = sealed(aReadyVisit())
    expect(told(text, { ...OWN, session: keyed('other') })).toBe('vaccinations/ticket-other-session')
    expect(told(text, { ...OWN, townId: TownId.parse('stendal') })).toBe('vaccinations/ticket-other-town')
    expect(told(text, { ...OWN, session: { ...keyed('forged'), id: OWN.session.id } })).toBe('vaccinations/ticket-changed')
    expect(told(text, { ...OWN, session: { ...OWN.session, ticketKey: '' } })).toBe('vaccinations/ticket-no-key')
    expect(sealTicket({ ...OWN, session: { ...OWN.session, ticketKey: '' } }, aVisit(), NONCE)).toMatchObject({ error: { code: 'vaccinations/ticket-no-key' } })
  })

  test('shows any change of its bytes, whoever makes the checksum fit', () => {
    const bytes = ticketBytes(sealed(aReadyVisit())) ?? new Uint8Array()
    for (let at = 8; at < bytes.length - 4; at++) {
      const whole = Buffer.from(bytes.subarray(0, -4))
      whole[at] = (whole[at] ?? 0) ^ 1
      const forged = ticketText(Buffer.concat([whole, createHash('sha256').update(whole).digest().subarray(0, 4)]))
      expect(told(forged), `byte ${at}`).toBe('vaccinations/ticket-changed')
    }
  })

  test('is never read wrongly after damage, and nothing is an exception', () => {
    const text = sealed(aWholeVisit(2))
    fc.assert(fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRSTUVWXYZ-ß ')), fc.boolean(), (at, letter, isLost) => {
      const damaged = text.slice(0, at) + (isLost ? '' : letter) + text.slice(at + 1)
      fc.pre(damaged.trim() !== text)
      expect(told(damaged)).toBe('vaccinations/ticket-unreadable')
    }), { numRuns: 2_000 })
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }).map(rest => `RDT1${rest}`), fc.uint8Array({ maxLength: 400 }).map(ticketText)), anything => {
      expect(told(anything)).toBe('vaccinations/ticket-unreadable')
    }), { numRuns: 2_000 })
  })

  test('bytes survive being letters', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(ticketBytes(ticketText(bytes))).toEqual(bytes)
    }))
  })
})
