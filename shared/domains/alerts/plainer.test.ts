import { expect, test } from 'vitest'
import { plainer } from './plainer.ts'

test.each([
  ['Schließen Sie unverzüglich die Fenster.', 'unverzüglich', 'sofort', 'Schließen Sie sofort die Fenster.'],
  ['Unverzüglich Fenster schließen. unverzüglich!', 'unverzüglich', 'sofort', 'Sofort Fenster schließen. Sofort!'],
  ['ACHTUNG Rauch', 'ACHTUNG', 'Achtung', 'Achtung Rauch'],
  ['Tel. ggf. anrufen', 'ggf.', 'wenn nötig', 'Tel. wenn nötig anrufen'],
  ['İ unverzüglich', 'unverzüglich', 'sofort', 'İ sofort'],
  ['nichts', '', 'x', 'nichts'],
  ['Beiderseitens und seitens der Stadt', 'seitens', 'von', 'Beiderseitens und von der Stadt'],
])('%s', (text, quote, instead, made) => {
  expect(plainer(text, { quote, instead })).toBe(made)
})
