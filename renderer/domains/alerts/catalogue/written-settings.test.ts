import { expect, test } from 'vitest'
import { aTownsSettings } from '../../../../shared/domains/alerts/testing.ts'
import { settingsContent, settingsProblems, writtenSettings, type WrittenLocality, type WrittenSettings } from './written-settings.ts'

const WRITTEN = writtenSettings(aTownsSettings())
const problems = (part: Partial<WrittenSettings>) => settingsProblems({ ...WRITTEN, ...part })
const locality = (part: Partial<WrittenLocality>) => ({ localities: [{ name: 'Uetz', latitude: '52,382', longitude: '11.796', radiusKm: '1,2', ...part }] })

test('what is read into fields comes out of them again, with points or with commas', () => {
  const { id: _id, scope: _scope, version: _version, ...content } = aTownsSettings()
  expect(settingsContent(WRITTEN)).toEqual(content)
  expect(settingsContent({ ...WRITTEN, ...locality({}) })?.localities).toEqual([{ name: 'Uetz', centre: [52.382, 11.796], radiusKm: 1.2 }])
})

test('a new town has everything to say', () => {
  expect(settingsProblems(writtenSettings(null)).map(({ field }) => field)).toEqual(['senderName', 'sender', 'regionCode'])
  expect(settingsContent(writtenSettings(null))).toBeUndefined()
})

test('a line of a locality says what is wrong with it, first what explains the rest', () => {
  const code = (part: Partial<WrittenLocality>) => problems(locality(part)).map(problem => problem.code)
  expect(code({})).toEqual([])
  expect(code({ name: ' ' })).toEqual(['name'])
  expect(code({ latitude: '11.796', longitude: '52.382' })).toEqual(['swapped'])
  expect(code({ latitude: '52°' })).toEqual(['place'])
  expect(code({ longitude: '2.35' })).toEqual(['place'])
  expect(code({ radiusKm: '0' })).toEqual(['radius'])
  expect(problems({ localities: [...locality({}).localities, ...locality({}).localities] })).toEqual([{ field: 'localities', code: 'twice', line: 1 }])
})

test('an address that is none is named', () => {
  expect(problems({ officerAddresses: 'bereitschaft@tangerhuette.example\nbereitschaft' })).toEqual([{ field: 'officerAddresses', code: 'address', what: 'bereitschaft' }])
  expect(problems({ sender: 'Stadt Tangerhütte', escalateMinutes: '0' }).map(({ field }) => field)).toEqual(['sender', 'escalateMinutes'])
})
