import { expect, test } from 'vitest'
import { questionsReader } from './asked.ts'

const label = (de: string) => ({ de, en: `${de} (en)` })
const LABELS = [label('Anschrift'), label('Anschrift des Grundstücks'), label('Lageplan'), label('Name')]

test.each([
  ['Bitte senden Sie uns den Lageplan.', ['Lageplan']],
  ['Es fehlt:\n- Anschrift des Grundstücks\n- Lageplan', ['Anschrift des Grundstücks', 'Lageplan']],
  ['Es fehlen Anschrift und Anschrift des Grundstücks.', ['Anschrift des Grundstücks', 'Anschrift']],
  ['Angaben des Lageplans fehlen', ['Lageplan']],
  ['Der Namenszug und der Vorname fehlen.', []],
  ['', []],
])('the questions named in "%s" are %j', (text, expected) => {
  expect(questionsReader(LABELS)(text).map(({ de }) => de)).toEqual(expected)
})
