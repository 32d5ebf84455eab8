import { expect, test } from 'vitest'
import { broadcastLength, levelFor, requestedText } from './county-request.ts'
import { aContent, aWording } from './testing.ts'

test('the county is asked with headline, text and what to do', () => {
  expect(requestedText(aContent({ wordings: [aWording({ headline: ' Brand ', text: 'Es brennt.', instruction: '' })] }))).toBe('Brand\nEs brennt.')
})

test.each([['Extreme', 1], ['Severe', 2], ['Moderate', 3], ['Minor', 3], ['Unknown', 3]] as const)('%s is level %i', (severity, level) => {
  expect(levelFor(severity)).toBe(level)
})

test.each([
  ['as much as there is room for', 'ä'.repeat(1_395), { encoding: 'gsm-7', units: 1_395, most: 1_395, isTooLong: false }],
  ['one more', 'ä'.repeat(1_396), { encoding: 'gsm-7', units: 1_396, most: 1_395, isTooLong: true }],
  ['signs that count twice', '€'.repeat(700), { encoding: 'gsm-7', units: 1_400, most: 1_395, isTooLong: true }],
  ['with one foreign sign', `„${'ä'.repeat(614)}`, { encoding: 'ucs-2', units: 615, most: 615, isTooLong: false }],
  ['with one foreign sign, too long', `„${'ä'.repeat(615)}`, { encoding: 'ucs-2', units: 616, most: 615, isTooLong: true }],
])('a cell broadcast takes %s or says that it does not', (_name, text, length) => {
  expect(broadcastLength(text)).toMatchObject(length)
})
