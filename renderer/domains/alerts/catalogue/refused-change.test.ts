import { expect, test } from 'vitest'
import { aWording } from '../../../../shared/domains/alerts/testing.ts'
import { createTexts } from '../../../texts/texts.ts'
import { refusedDifferences, refusedField, refusedValue } from './refused-change.ts'

const { t } = createTexts('de')

test('of the words of a template only those texts are compared that differ', () => {
  const [seen, now, mine] = [[aWording()], [aWording({ short: 'Brand.' })], [aWording({ headline: 'Feuer' })]]
  expect(refusedDifferences({ table: 'alert_templates', differences: [{ field: 'name', seen: 'a', now: 'b' }, { field: 'wordings', seen, now, mine }] })).toEqual([
    { field: 'name', seen: 'a', now: 'b' },
    { field: 'wordings de headline', seen: aWording().headline, now: aWording().headline, mine: 'Feuer' },
    { field: 'wordings de short', seen: aWording().short, now: 'Brand.' },
  ])
})

test('fields and values are said in words, those of other tables are left to others', () => {
  expect(refusedField(t, 'alert_templates', 'allClear en short')).toBe('Entwarnung: Kurz, für SMS und Push (English)')
  expect([refusedField(t, 'alert_settings', 'regionCode'), refusedField(t, 'alert_topics', 'kind'), refusedField(t, 'applications', 'name')]).toEqual(['Regionalschlüssel (12 Ziffern)', 'Art', undefined])
  expect([refusedValue(t, 'alert_templates', 'minutes', 240), refusedValue(t, 'alert_templates', 'severity', 'Severe'), refusedValue(t, 'alert_templates', 'name', 'Brand')]).toEqual(['4 Stunden', 'Schwer', undefined])
})
