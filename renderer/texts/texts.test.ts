import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandNamed } from '../../shared/commands.ts'
import { ERROR_CODES } from '../../shared/errors.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { createTexts } from './texts.ts'

const RENDERER = join(import.meta.dirname, '..')

function leaves(texts: object, path = ''): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...leaves(value as object, `${path}${key}.`)]))
}

const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map(([, name]) => name ?? '').toSorted()

describe('both languages', () => {
  test('have the same keys, and a sentence behind each', () => {
    expect([...leaves(en).keys()].toSorted()).toEqual([...leaves(de).keys()].toSorted())
    expect([...leaves(de), ...leaves(en)].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('fill in the same facts', () => {
    const english = leaves(en)
    const differing = [...leaves(de)].filter(([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join())
    expect(differing.map(([key]) => key)).toEqual([])
  })
})

test('every error says what happened, what it means and what to do, in both languages', () => {
  for (const errors of [de.errors, en.errors]) {
    expect(Object.keys(errors).toSorted()).toEqual([...ERROR_CODES].toSorted())
    for (const [code, { happened, meaning, todo }] of Object.entries(errors))
      expect([happened, meaning, todo].map(sentence => /[.!?]$/.test(sentence)), code).toEqual([true, true, true])
  }
})

test('an error code is found although it holds a slash', () => {
  const texts = createTexts('de')
  expect(texts.t('errors.applications/already-claimed.happened', { assignee: 'Jana Weiß' })).toBe('Der Vorgang ist schon übernommen: Jana Weiß bearbeitet ihn.')
})

test('a day among the facts of an error is written as people write it', () => {
  const said = (['de', 'en'] as const).map(language => createTexts(language).t('errors.applications/extended-before.happened', { at: '2026-11-05' }))
  expect(said).toEqual(['Die Frist wurde schon am 05.11.2026 verlängert.', 'The deadline was already extended on 05/11/2026.'])
})

test('counts have their own sentence for one', () => {
  const texts = createTexts('de')
  expect([1, 2].map(count => texts.t('attention.count', { count }))).toEqual(['1 Änderung braucht Ihre Klärung', '2 Änderungen brauchen Ihre Klärung'])
})

test('a count has the separators of the language', () => {
  expect((['de', 'en'] as const).map(language => createTexts(language).t('attention.count', { count: 1_234 })))
    .toEqual(['1.234 Änderungen brauchen Ihre Klärung', expect.stringContaining('1,234 changes')])
})

/** `commands.applications.claim` and `done.applications.claim` are said of the command of that name. */
function isCommand(key: string): boolean {
  const [group, ...name] = key.split('.')
  return (group === 'commands' || group === 'done') && commandNamed(name.join('.')) !== undefined
}

test('no sentence is left that no screen says', () => {
  const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !path.startsWith('texts') && !path.endsWith('.test.ts'))
    .map(path => readFileSync(join(RENDERER, path), 'utf8'))
    .join('\n')
  /** `alertRelease.${mode}.title` says what stands under each mode. */
  const isFilledIn = (key: string): boolean => {
    const parts = key.split('.')
    return parts.slice(1, -1).some((_, index) => new RegExp(`\`${parts.slice(0, index + 1).join('\\.')}\\.\\$\\{[^}]+\\}\\.${parts.slice(index + 2).join('\\.')}\``).test(sources))
  }
  const said = (key: string): boolean => {
    const plain = key.replace(/_(one|other)$/, '')
    const group = plain.slice(0, plain.lastIndexOf('.'))
    return sources.includes(`'${plain}'`) || sources.includes(`\`${group}.\${`) || plain.startsWith('errors.') || isCommand(plain) || isFilledIn(plain)
  }
  expect([...leaves(de).keys()].filter(key => !said(key))).toEqual([])
})
