import { expect, test } from 'vitest'
import { aNoticeContent } from '../../../../shared/domains/notices/testing.ts'
import { mendDraftOf, writtenNotice } from './mend-draft.ts'

const CONTENT = aNoticeContent({ email: 'aenne@example.org' })

test.each(['de', 'en'] as const)('what is not touched stays as it was (%s)', language => {
  expect(writtenNotice(mendDraftOf(CONTENT, language), language)).toEqual({ content: CONTENT, wrong: new Set() })
})

test('the total follows from the lines', () => {
  const draft = { ...mendDraftOf(CONTENT, 'de'), items: [{ label: ' Flächenbeitrag ', amount: '1.234,50 €' }] }
  expect(writtenNotice(draft, 'de').content).toMatchObject({ items: [{ label: 'Flächenbeitrag', cents: 123_450 }], totalCents: 123_450 })
})

test('each field that is not right is named', () => {
  const draft = mendDraftOf(CONTENT, 'de')
  const { content, wrong } = writtenNotice({
    ...draft, recipient: { ...draft.recipient, name: ' ' }, dueDay: '31.2.2026', email: 'nobody', items: [{ label: 'Beitrag', amount: 'viel' }], parcels: [{ district: '', section: '3', number: '1', label: '', area: 'groß' }],
  }, 'de')
  expect([content, [...wrong].toSorted()]).toEqual([undefined, ['dueDay', 'email', 'items.0.cents', 'parcels.0.areaSquareMetres', 'parcels.0.district', 'recipient.name']])
})
