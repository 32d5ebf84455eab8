import { expect, test } from 'vitest'
import { instantFromMs, plusDays, type Instant } from '../../time.ts'
import { PersonId, derivedUuid } from '../../ids.ts'
import { bookingCsv } from './ledger-booking.ts'
import type { Notice } from './tables.ts'
import { aNotice, aNoticeContent, aNoticeRun, aPaper, aSent } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 2, 4, 8))
const BY = { at: NOW, byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk')), byName: 'Katrin Sommer' }
const run = aNoticeRun({ title: '=Umlage', submitted: { ...BY, contentHash: '0'.repeat(64), rowsHash: '0'.repeat(64), count: 2, totalCents: 0, paper: aPaper({ dated: '2026-03-02' }) } })
const content = aNoticeContent({ items: [{ label: 'Flächenbeitrag', cents: 1_100 }, { label: 'Erschwernis; "groß"', cents: 7 }], totalCents: 1_107 })

const NOTHING_BEFORE = { announcedOn: () => null, before: () => undefined }

test('one line per notice and item, with amounts and days as German programs read them; a text is never a formula', () => {
  const posted = aNotice(1, { content, sent: aSent({ state: 'dispatched', postedDay: '2026-03-03' }) })
  const lines = bookingCsv(run, [posted], { ...NOTHING_BEFORE, announcedOn: () => '2026-03-07' }).split('\r\n')
  expect(lines[0]?.startsWith('\u{FEFF}Kassenzeichen;Name;')).toBe(true)
  expect(lines.slice(1)).toEqual([
    "4711.0815.2025;Änne Großkopf;;Lange Straße;12;39517;Tangerhütte;;Flächenbeitrag;\"11,00\";\"11,07\";15.04.2026;02.03.2026;03.03.2026;07.03.2026;\"'=Umlage\";1",
    "4711.0815.2025;Änne Großkopf;;Lange Straße;12;39517;Tangerhütte;;\"Erschwernis; \"\"groß\"\"\";\"0,07\";\"11,07\";15.04.2026;02.03.2026;03.03.2026;07.03.2026;\"'=Umlage\";1",
    '',
  ])
})

test('nothing is asked for that did not go out', () => {
  const stays = [aNotice(1), aNotice(2, { sent: aSent({ state: 'failed' }) }), aNotice(3, { sent: aSent({ state: 'cancelled' }) }), aNotice(4, { sent: aSent(), leftOut: { ...BY, reason: 'Doppelt' } })]
  expect(bookingCsv(run, stays, NOTHING_BEFORE).split('\r\n')).toHaveLength(2)
  expect(bookingCsv(run, [...stays, aNotice(5, { sent: aSent({ state: 'to-print' }) })], NOTHING_BEFORE).split('\r\n')).toHaveLength(4)
})

const sentLater = (state: 'dispatched' | 'failed' | 'cancelled'): Notice => aNotice(1, { content, sent: aSent({ state, changedAt: NOW }) })
const atNewAddress = (of: Notice, number: number, state: 'dispatched' | 'failed'): Notice => aNotice(number, {
  content: { ...content, replaced: { reference: content.reference, dated: '2026-02-02', why: 'new-address', reason: 'verzogen' } }, replaces: of.id, sent: aSent({ state }),
})

test('amounts that were mended are asked for, although those of a letter that could not leave were given before', () => {
  const first = sentLater('failed')
  const again = (totalCents: number): Notice => {
    const { replaced, ...said } = atNewAddress(first, 2, 'dispatched').content
    return { ...aNotice(2), replaces: first.id, sent: aSent(), content: { ...said, totalCents, ...(replaced && { replaced: { ...replaced, why: 'never-sent' } }) } }
  }
  const before = () => ({ notice: first, givenAt: plusDays(NOW, -1) })
  const linesOf = (notice: Notice): number => bookingCsv(run, [notice], { ...NOTHING_BEFORE, before }).split('\r\n').length
  expect([linesOf(again(content.totalCents)), linesOf(again(900))]).toEqual([2, 2 + content.items.length])
})

test.each<readonly [string, 'dispatched' | 'failed' | 'cancelled', 'dispatched' | 'failed' | null, Instant | null, number]>([
  ['that went out', 'dispatched', null, null, 0],
  ['that failed', 'failed', null, null, 1],
  ['that was called back', 'cancelled', null, null, 1],
  ['that failed after the file of its run was given', 'failed', null, plusDays(NOW, -1), 0],
  ['that failed before the file of its run was given', 'failed', null, plusDays(NOW, 1), 1],
  ['that failed, in the place of one that went out', 'dispatched', 'failed', null, 0],
  ['that went out, in the place of one that failed', 'failed', 'dispatched', null, 0],
  ['that failed, in the place of one that failed', 'failed', 'failed', null, 1],
])('the same money is asked for once where a notice goes to a new address in the place of one %s', (_name, state, nextState, givenAt, times) => {
  const first = sentLater(state)
  const next = nextState && atNewAddress(first, 2, nextState)
  const earlier = next ? [first, next] : [first]
  const again = atNewAddress(next ?? first, 3, 'dispatched')
  const before = ({ replaces }: Notice) => {
    const notice = earlier.find(({ id }) => id === replaces)
    return notice && { notice, givenAt }
  }
  expect(bookingCsv(run, [again], { ...NOTHING_BEFORE, before }).split('\r\n')).toHaveLength(2 + times * content.items.length)
})
