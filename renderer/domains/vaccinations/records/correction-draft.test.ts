import { expect, test } from 'vitest'
import { Correction } from '../../../../shared/domains/vaccinations/record-commands.ts'
import { aBatch, aVaccination, aVaccine } from '../../../../shared/domains/vaccinations/testing.ts'
import { derivedUuid, VaccineId } from '../../../../shared/ids.ts'
import { createTexts } from '../../../texts/texts.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { draftOf, judgedCorrection } from './correction-draft.ts'
import { differingParts, partInWords } from './record-parts.ts'

const texts = createTexts('de')
const record = aVaccination()
const other = aVaccine({ id: VaccineId.parse(derivedUuid('test', 'other vaccine')), name: 'Beispielzecke', diseases: [{ code: '712986001', name: 'FSME' }] })
const around = { record, visit: null, catalogue: { vaccines: [aVaccine(), other], batches: [aBatch(), aBatch({ vaccineId: other.id, lot: 'Z9' })], rules: [] }, today: '2026-11-24' }
const draft = draftOf(record, day => formatPlainDay(day, 'de'))
const changes = (typed: Partial<typeof draft>): readonly string[] => differingParts(record, judgedCorrection({ ...draft, ...typed }, around).after, texts.t, 'de')

test('what was opened and not touched changes nothing, and is a correction the command would take', () => {
  expect(changes({})).toEqual([])
  expect(Correction.safeParse(judgedCorrection(draft, around).content).success).toBe(true)
})

test('each part that was changed is named by itself', () => {
  expect(changes({ person: { ...draft.person, givenName: 'Anne' } })).toEqual(['givenName'])
  expect(changes({ person: { ...draft.person, street: 'Am Anger 4' }, site: 'right-arm' })).toEqual(['address', 'site'])
  expect(changes({ numbers: { 6142004: 2 } })).toEqual(['doses'])
})

test('another product brings its diseases with it, each with a number', () => {
  const { content, after } = judgedCorrection({ ...draft, vaccineId: other.id, lot: 'Z9' }, around)
  expect(content.doses).toEqual([{ code: '712986001', number: 1 }])
  expect(partInWords(after, 'doses', texts.t, 'de')).toBe('FSME: 1')
  expect(changes({ vaccineId: other.id, lot: 'Z9' })).toEqual(['vaccine', 'lot', 'doses'])
})

test('a date of birth that is none is told and not taken', () => {
  const { person } = judgedCorrection({ ...draft, person: { ...draft.person, birthDay: '31.2.48' } }, around)
  expect(person.problems).toEqual(['birth-day'])
})
