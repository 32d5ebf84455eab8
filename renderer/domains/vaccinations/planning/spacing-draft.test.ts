import { expect, test } from 'vitest'
import type { Span } from '../../../../shared/domains/vaccinations/span.ts'
import { liveSpacing } from '../../../../shared/domains/vaccinations/testing-schedules.ts'
import { EMPTY_SPACING, groupWords, readSpacing, spacingDraftOf } from './spacing-draft.ts'

const write = { span: ({ count, unit }: Span) => `${count} ${unit}`, day: (day: string) => day }
const draft = { ...spacingDraftOf(liveSpacing(), write), validFrom: '1.12.2026' }

test('a rule about distances that is read and written stays what it is, from its new day on', () => {
  expect(readSpacing(draft).rule).toEqual({ ...liveSpacing(), id: 'spacing', validFrom: '2026-12-01' })
  expect(readSpacing({ ...draft, one: ['14189004'], least: '2 Wochen' }).rule?.between).toEqual([{ kind: 'diseases', codes: ['14189004'] }, { kind: 'live' }])
})

test('one that ends is followed by one that ends with it', () => {
  expect(spacingDraftOf({ ...liveSpacing(), validTo: '2026-12-31' }, write)).toMatchObject({ validFrom: '', validTo: '2026-12-31' })
})

test('what is missing or cannot be is named', () => {
  expect(Object.fromEntries(readSpacing({ ...EMPTY_SPACING, other: [] }).problems)).toEqual({ least: 'missing', other: 'missing', validFrom: 'missing', source: 'missing' })
  expect(Object.fromEntries(readSpacing({ ...draft, least: 'lange' }).problems)).toEqual({ least: 'no-span' })
})

test('groups are named by their diseases', () => {
  expect([groupWords({ kind: 'live' }, [], 'Lebend'), groupWords({ kind: 'diseases', codes: ['1', '2'] }, [{ code: '1', name: 'Masern' }], 'Lebend')]).toEqual(['Lebend', 'Masern, 2'])
})
