import { expect, test } from 'vitest'
import { createTexts } from '../texts/texts.ts'
import { refusalToast } from './refusal-toast.ts'

test('a lost answer is told as unclear, with what it means; a refusal as one', () => {
  const { t } = createTexts('de')
  expect(refusalToast(t, { code: 'commands/unclear' })).toEqual({
    kind: 'unclear', title: 'Ob das ausgeführt wurde, ist noch unklar.',
    text: 'Die Antwort des Dienstes ist verloren gegangen. Nichts geschieht doppelt. Warten Sie auf die Verbindung: Der Arbeitsplatz fragt dann von selbst nach und zeigt den wahren Stand.',
  })
  expect(refusalToast(t, { code: 'commands/online-only' })).toMatchObject({ kind: 'refused', title: expect.any(String), text: expect.any(String) })
})
