import { expect, test } from 'vitest'
import { instantFromMs } from '../../time.ts'
import { PersonId, derivedUuid } from '../../ids.ts'
import { bookingCsv } from './ledger-booking.ts'
import { aNotice, aNoticeContent, aNoticeRun, aPaper, aSent } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 2, 4, 8))
const BY = { at: NOW, byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk')), byName: 'Katrin Sommer' }
const run = aNoticeRun({ title: '=Umlage', submitted: { ...BY, contentHash: '0'.repeat(64), rowsHash: '0'.repeat(64), count: 2, totalCents: 0, paper: aPaper({ dated: '2026-03-02' }) } })
const content = aNoticeContent({ items: [{ label: 'Flächenbeitrag', cents: 1_100 }, { label: 'Erschwernis; "groß"', cents: 7 }], totalCents: 1_107 })

test('one line per notice and item, with amounts and days as German programs read them; a text is never a formula', () => {
  const posted = aNotice(1, { content, sent: aSent({ state: 'dispatched', postedDay: '2026-03-03' }) })
  const lines = bookingCsv(run, [posted], () => '2026-03-07').split('\r\n')
  expect(lines[0]?.startsWith('\u{FEFF}Kassenzeichen;Name;')).toBe(true)
  expect(lines.slice(1)).toEqual([
    "4711.0815.2025;Änne Großkopf;;Lange Straße;12;39517;Tangerhütte;;Flächenbeitrag;\"11,00\";\"11,07\";15.04.2026;02.03.2026;03.03.2026;07.03.2026;\"'=Umlage\";1",
    "4711.0815.2025;Änne Großkopf;;Lange Straße;12;39517;Tangerhütte;;\"Erschwernis; \"\"groß\"\"\";\"0,07\";\"11,07\";15.04.2026;02.03.2026;03.03.2026;07.03.2026;\"'=Umlage\";1",
    '',
  ])
})

test('nothing is asked for that did not go out', () => {
  const stays = [aNotice(1), aNotice(2, { sent: aSent({ state: 'failed' }) }), aNotice(3, { sent: aSent({ state: 'cancelled' }) }), aNotice(4, { sent: aSent(), leftOut: { ...BY, reason: 'Doppelt' } })]
  expect(bookingCsv(run, stays, () => null).split('\r\n')).toHaveLength(2)
  const again = aNotice(6, { content: { ...content, replaced: { reference: content.reference, dated: '2026-02-02', why: 'new-address', reason: 'verzogen' } }, sent: aSent() })
  expect(bookingCsv(run, [again], () => null).split('\r\n'), 'the same money is asked for once').toHaveLength(2)
  expect(bookingCsv(run, [...stays, aNotice(5, { sent: aSent({ state: 'to-print' }) })], () => null).split('\r\n')).toHaveLength(4)
})
