import { expect, test } from 'vitest'
import { aConsent, aNoticeKind } from '../../../../shared/domains/notices/testing.ts'
import { ConsentId, derivedUuid } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { shownConsents } from './consents.ts'

const idOf = (name: string): ConsentId => ConsentId.parse(derivedUuid('test/consent', name))
const at = (day: number) => instantFromMs(Date.UTC(2026, 1, day))

test('those that hold come first, the newest of them first; one of one\'s own is shown before the service knows it', () => {
  const { cache: { db }, remove } = cacheOfItsOwn()
  putBase(db, 'notice_kinds', aNoticeKind())
  for (const [name, day, withdrawnAt] of [['old', 1, null], ['ended', 3, at(4)], ['new', 2, null]] as const) putBase(db, 'mailbox_consents', aConsent({ id: idOf(name), name, givenAt: at(day), withdrawnAt }))
  const typed = aConsent({ id: idOf('typed'), name: 'typed', givenAt: at(5), kindId: 'gone' })
  replaceOverlay(db, { table: 'mailbox_consents', id: typed.id }, typed)
  expect(shownConsents(db).map(({ name, kindTitle, isPending }) => [name, kindTitle, isPending])).toEqual([
    ['typed', '', true], ['new', aNoticeKind().title, false], ['old', aNoticeKind().title, false], ['ended', aNoticeKind().title, false],
  ])
  remove()
})
