import { contentHash } from '../../canonical.ts'
import { ConsentId, DepartmentId, derivedUuid, NoticeId, NoticeRunId, PersonId } from '../../ids.ts'
import { STANDARD_TEMPLATES } from '../letters/standard-templates.ts'
import { aLetterhead } from '../letters/testing.ts'
import { departmentScope } from '../../scope.ts'
import { instantFromMs } from '../../time.ts'
import { USUAL_WAY } from './channels.ts'
import type { NoticeContent } from './content.ts'
import { NOTHING_SENT, type MailboxConsent, type Notice, type NoticeKind, type NoticeRun, type Paper, type Sent } from './tables.ts'

const SCOPE = departmentScope(DepartmentId.parse('ordnung'))

export const aNoticeKind = (overrides: Partial<NoticeKind> = {}): NoticeKind => ({
  id: 'umlage', scope: SCOPE, version: 1, title: 'Umlage der Unterhaltungsverbände', templateId: 'umlage', ruleSetId: 'vwvfg', mapping: {}, forAll: {}, isColor: false, isDuplex: true, coolingMinutes: 15,
  holdDays: 0, offersMailbox: true, retentionYears: 10, active: true,
  ...overrides,
})

export const aNoticeContent = (overrides: Partial<NoticeContent> = {}): NoticeContent => ({
  recipient: { name: 'Änne Großkopf', addition: '', street: 'Lange Straße', houseNumber: '12', postalCode: '39517', place: 'Tangerhütte', country: '' },
  salutation: 'Sehr geehrte Frau Großkopf', debtorRole: 'owner',
  parcels: [{ district: 'Lüderitz', section: '3', number: '12/4', areaSquareMetres: 12_450, label: 'Gemarkung Lüderitz, Flur 3, Flurstück 12/4' }],
  period: { from: '2025-01-01', to: '2025-12-31' }, items: [{ label: 'Flächenbeitrag', cents: 1_112 }, { label: 'Erschwernisbeitrag', cents: 345 }], totalCents: 1_457,
  reference: '4711.0815.2025', dueDay: '2026-04-15', email: null, ...overrides,
})

/** A run of two notices that wait to be given for release. */
export const aNoticeRun = (overrides: Partial<NoticeRun> = {}): NoticeRun => ({
  id: NoticeRunId.parse(derivedUuid('test/notice-run', 'one')), scope: SCOPE, version: 1, kindId: aNoticeKind().id, title: 'Umlage 2025', createdAt: instantFromMs(Date.UTC(2026, 1, 26, 9)),
  authors: [{ personId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), name: 'Katrin Sommer' }], source: { fileName: 'umlage-2025.csv', sha256: '0'.repeat(64) },
  expected: { count: 2, totalCents: 2_914 }, added: 2, submitted: null, checked: null, returned: null, released: null, paused: null, cancelled: null,
  tally: NOTHING_SENT, handedOverAt: null, booked: null, ...overrides,
})

/** The notice of this number in `aNoticeRun`. */
export function aNotice(number = 1, overrides: Partial<Notice> = {}): Notice {
  const content = overrides.content ?? aNoticeContent({ reference: `4711.0815.${number}` })
  return {
    id: NoticeId.parse(derivedUuid('test/notice', String(number))), scope: SCOPE, version: 1, runId: aNoticeRun().id, number, content, contentHash: contentHash(content), way: USUAL_WAY, replaces: null, leftOut: null, checked: null, sent: null,
    facts: [], ...overrides,
  }
}

/** What a run of the town's standard notices is written on. */
export function aPaper(overrides: Partial<Paper> = {}): Paper {
  const template = STANDARD_TEMPLATES.find(({ id }) => id === 'notice')
  if (!template) throw new Error('there is no standard notice')
  return { template, letterhead: aLetterhead(), dated: '2026-11-23', isColor: false, isDuplex: true, holdDays: 0, ...overrides }
}

/** A letter that was handed over to the print centre once. */
export const aSent = (overrides: Partial<Sent> = {}): Sent => ({
  channel: 'post', state: 'handed-over', attempt: 1, letterId: null, handedOverAt: instantFromMs(Date.UTC(2026, 2, 2, 8)), changedAt: instantFromMs(Date.UTC(2026, 2, 2, 8)), postedDay: null, reason: null,
  sha256: null, track: null, ...overrides,
})

/** Änne Großkopf agreed to a mailbox for the first notice of `aNoticeRun`. */
export const aConsent = (overrides: Partial<MailboxConsent> = {}): MailboxConsent => ({
  id: ConsentId.parse(derivedUuid('test/consent', 'one')), scope: SCOPE, version: 1, kindId: aNoticeKind().id, reference: '4711.0815.1', name: 'Änne Großkopf', email: 'aenne@example.org',
  givenAt: instantFromMs(Date.UTC(2026, 1, 20, 9)), how: 'portal', enteredByName: null, withdrawnAt: null, emailFailedAt: null, ...overrides,
})
