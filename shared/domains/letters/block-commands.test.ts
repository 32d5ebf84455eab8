import { describe, expect, test } from 'vitest'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { setBlock, switchBlock } from './block-commands.ts'
import { TextBlock } from './tables.ts'
import { publishTemplate, beginLetterDraft } from './template-commands.ts'
import { contentOfTemplate } from './template-content.ts'
import { aBlock, aTemplate } from './testing.ts'
import { DepartmentId } from '../../ids.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const departmentId = DepartmentId.parse('ordnung')

/** Of the whole town. */
const anAdministrator = anActor('administrator', '1', { grants: [{ role: 'administrator', departmentId: null, viaPersonId: null, viaName: null }] })

const aTown = () => rowsUnderCommands([
  { table: 'departments', row: { id: departmentId, scope: 'town', version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } },
  { table: 'text_blocks', row: aBlock() },
], anAdministrator, NOW)

const { id } = aBlock()

describe('keeping a text block', () => {
  test('makes its first version, then the next one, and what it said before stays with it', () => {
    const town = aTown()
    expect(town.run(setBlock, { id: 'zahlung', title: 'Zahlung', paragraphs: ['Bitte zahlen Sie.'] })).toBe('ok')
    expect(town.get('text_blocks', 'zahlung')).toMatchObject({ blockVersion: 1, earlier: [], active: true, publishedAt: NOW, publishedByName: anActor().name })
    expect(town.run(setBlock, { id: 'zahlung', title: 'Zahlung', paragraphs: ['Bitte zahlen Sie bald.'] })).toBe('ok')
    const block = town.get('text_blocks', 'zahlung')
    expect(block).toMatchObject({ blockVersion: 2, paragraphs: ['Bitte zahlen Sie bald.'], earlier: [{ blockVersion: 1, paragraphs: ['Bitte zahlen Sie.'], publishedAt: NOW, publishedByName: anActor().name }] })
    expect(() => TextBlock.parse(block)).not.toThrow()
  })

  test('keeps the newest fifty of its earlier versions', () => {
    const town = aTown()
    for (let number = 1; number <= 53; number++) expect(town.run(setBlock, { id, title: 'Datenschutz', paragraphs: [`Fassung ${number}`] })).toBe('ok')
    const { blockVersion, earlier } = town.get('text_blocks', id) ?? {}
    expect([blockVersion, earlier?.length, earlier?.[0]?.blockVersion, earlier?.at(-1)?.blockVersion]).toEqual([54, 50, 53, 4])
  })

  test.each<readonly [string, readonly string[], string, string]>([
    ['another block', ['[[zahlung]]'], 'paragraphs.0', 'block-in-block'],
    ['another block among words', ['Text', 'Siehe [[zahlung]]'], 'paragraphs.1', 'block-in-block'],
    ['broken braces', ['{{authority}'], 'paragraphs.0', 'variable-broken'],
    ['a table without rows', ['| a | b |'], 'paragraphs.0', 'table-empty'],
    ['nothing', [], 'paragraphs', 'missing'],
  ])('refuses %s, by the place', (_, paragraphs, field, problem) => {
    const town = aTown()
    expect(town.run(setBlock, { id, title: 'Datenschutz', paragraphs: [...paragraphs] })).toMatchObject({ code: 'letters/block-incomplete', facts: { field, problem } })
    expect(town.get('text_blocks', id)?.blockVersion).toBe(1)
  })

  test.each(['clerk', 'lead', 'data-protection-officer'] as const)('is nothing for a %s, and neither is switching one', role => {
    const town = aTown()
    expect(town.run(setBlock, { id: 'neu', title: 'Neu', paragraphs: ['Text'] }, anActor(role))).toEqual({ code: 'commands/not-allowed' })
    expect(town.run(switchBlock, { id, active: false }, anActor(role))).toEqual({ code: 'commands/not-allowed' })
  })
})

test('a block is taken out of use and put back, each once, and a template that names it is published only while it is in use', () => {
  const town = aTown()
  const publish = (): ReturnType<typeof town.run> => {
    town.run(beginLetterDraft, { templateId: 'with-block', departmentId, basedOn: null, content: { ...contentOfTemplate(aTemplate()), paragraphs: ['Guten Tag,', `[[${id}]]`] } })
    return town.run(publishTemplate, { templateId: 'with-block' })
  }
  expect(town.run(switchBlock, { id, active: true })).toEqual({ code: 'letters/wrong-state' })
  expect(town.run(switchBlock, { id, active: false })).toBe('ok')
  expect(publish()).toMatchObject({ code: 'letters/incomplete', facts: { field: 'paragraphs.1', problem: 'block-withdrawn', variable: 'Datenschutz' } })
  expect(town.run(switchBlock, { id, active: true })).toBe('ok')
  expect(publish()).toBe('ok')
})

const ofOneDepartment = anActor('administrator', '1', { grants: [{ role: 'administrator', departmentId, viaPersonId: null, viaName: null }] })

test('a right for one department is none for what belongs to the whole town', () => {
  const town = rowsUnderCommands([{ table: 'text_blocks', row: aBlock() }], ofOneDepartment, NOW)
  expect(town.run(setBlock, { id, title: 'Datenschutz', paragraphs: ['Anders.'] })).toMatchObject({ code: 'commands/not-allowed' })
  expect(town.run(switchBlock, { id, active: false })).toMatchObject({ code: 'commands/not-allowed' })
  expect(town.get('text_blocks', id)).toMatchObject({ active: true, blockVersion: aBlock().blockVersion })
})
