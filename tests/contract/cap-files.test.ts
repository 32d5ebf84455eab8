import { expect, test } from 'vitest'
import { problemsOfForm, problemsOfMeaning } from '../../shared/formats/cap/check.ts'
import { textOf } from '../../shared/formats/cap/element.ts'
import { capXml, readXml } from '../../shared/formats/cap/xml.ts'
import { capFiles } from './cap-files.ts'

test('every file that leaves the town is right by form and by meaning, before and after somebody has read it', () => {
  const files = capFiles()
  for (const { name, alert } of files) {
    const read = readXml(capXml(alert))
    expect(read && [...problemsOfForm(alert), ...problemsOfMeaning(alert), ...problemsOfForm(read), ...problemsOfMeaning(read)], name).toEqual([])
  }
  expect(new Set(files.map(({ alert }) => ['status', 'msgType'].map(name => textOf(alert, name)).join(' ')))).toEqual(
    new Set(['Actual', 'Exercise'].flatMap(status => ['Alert', 'Update', 'Cancel'].map(type => `${status} ${type}`))))
  expect(files.map(({ alert }) => textOf(alert, 'sent').slice(-6)).filter((offset, index, all) => all.indexOf(offset) === index).toSorted()).toEqual(['+01:00', '+02:00'])
})
