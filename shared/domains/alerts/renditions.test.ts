import { expect, test } from 'vitest'
import { mobileLength } from '../../formats/gsm.ts'
import { longRendition, shortPrefix, shortRendition, wordingIn } from './renditions.ts'
import { aContent, anAlert, aWording } from './testing.ts'

test('the evening of the fire as an e-mail: what, what to do, where, how long, as of when, who says so', () => {
  expect(longRendition(anAlert(), 'de')).toEqual({
    title: 'Böschungsbrand an der Bahn in Tangerhütte',
    body: [
      'Seit 20:15 Uhr brennt die Böschung zwischen Bahnhof und Birkholzer Weg. Rauch zieht nach Osten.', '',
      'Was Sie jetzt tun sollten:', 'Schließen Sie Fenster und Türen. Meiden Sie den Bereich am Bahnhof.', '',
      'Wo: Tangerhütte', 'Gilt bis: 23.11.2026, 00:38 Uhr', 'Stand: 22.11.2026, 20:30 Uhr', 'Es informiert: Einsatzleitung Feuerwehr Tangerhütte',
    ].join('\n'),
  })
})

test('a drill begins and ends with the word, on every way', () => {
  const drill = anAlert({ mode: 'training' })
  expect(longRendition(drill, 'de').body).toMatch(/^ÜBUNG ÜBUNG ÜBUNG\n[^]*\nÜBUNG ÜBUNG ÜBUNG$/)
  expect([longRendition(drill, 'de').title, shortRendition(drill, 'de').title].every(text => text.startsWith('ÜBUNG – '))).toBe(true)
  expect(shortRendition(drill, 'de').body).toMatch(/^ÜBUNG - Brand/)
})

test('an all-clear and a correction say so first', () => {
  expect(longRendition(anAlert({ kind: 'all-clear' }), 'de').title).toMatch(/^Entwarnung: Böschungsbrand/)
  expect(shortRendition(anAlert({ kind: 'cancel', mode: 'training' }), 'de').body).toMatch(/^ÜBUNG - Korrektur: /)
})

test.each(['live', 'training'] as const)('%s: what stands before the short words leaves them all the room of the default alphabet, and letters are whole', mode => {
  for (const kind of ['alert', 'update', 'cancel', 'all-clear'] as const) for (const language of ['de', 'en'] as const) {
    const wordings = [aWording({ short: ' Gru\u0308n ' }), aWording({ language: 'en', short: 'Gru\u0308n' })]
    const { body } = shortRendition(anAlert({ mode, kind, content: aContent({ wordings }) }), language)
    expect(body).toBe(`${shortPrefix({ mode, kind }, language)}Grün`)
    expect(mobileLength(body)).toMatchObject({ encoding: 'gsm-7', units: body.length })
  }
})

test('whoever reads English gets English, and German where nobody translated it', () => {
  const english = aWording({ language: 'en', headline: 'Fire at the railway', instruction: 'Close windows.' })
  const both = anAlert({ content: aContent({ wordings: [aWording(), english] }) })
  expect(longRendition(both, 'en')).toMatchObject({ title: 'Fire at the railway', body: expect.stringContaining('What to do now:\nClose windows.') as string })
  expect(wordingIn(aContent(), 'en').language).toBe('de')
  expect(longRendition(anAlert(), 'en').body).toContain('Gilt bis')
})
