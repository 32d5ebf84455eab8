import { describe, expect, test } from 'vitest'
import { DepartmentId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { facsimileOfBase64 } from './facsimile.ts'
import {
  beginLetterDraft, discardLetterDraft, offerTemplate, publishTemplate, saveLetterDraft, setLetterhead, withdrawTemplate,
} from './template-commands.ts'
import { contentOfTemplate, type TemplateContent } from './template-content.ts'
import { aFormOfLetters, aLetterhead, aServiceOfLetters, aTemplate } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const departmentId = DepartmentId.parse('ordnung')
const templateId = 'granted'
const NEW_ID = 'with-conditions'
const published = aTemplate({ paragraphs: ['Guten Tag {{applicantName}},'], remedies: aTemplate().remedies })
const content = contentOfTemplate(published)

/** A town with one department, one service and one template; commands change it as the service would. */
const aTown = () => rowsUnderCommands([
  { table: 'departments', row: { id: departmentId, scope: 'town', version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } },
  { table: 'services', row: aServiceOfLetters() }, { table: 'forms', row: aFormOfLetters() }, { table: 'letter_templates', row: published },
], anActor('administrator'), NOW)

const begin = { templateId, departmentId, content, basedOn: 1 }
const saved = (change: Partial<TemplateContent>) => ({ templateId, content: { ...content, ...change }, basedOn: 1 })
const beginNew = (change: Partial<TemplateContent> = {}, id = NEW_ID) =>
  ({ templateId: id, departmentId, content: { ...content, title: 'Erlaubnis mit Auflagen', position: 2, ...change }, basedOn: null })

describe('a draft of a template', () => {
  test('is begun once for everybody, saved, and thrown away without a trace in what letters are made from', () => {
    const town = aTown()
    expect(town.run(beginLetterDraft, begin)).toBe('ok')
    expect(town.run(beginLetterDraft, begin)).toEqual({ code: 'letters/draft-open', facts: { name: anActor().name } })
    expect(town.run(saveLetterDraft, saved({ subject: 'Neu' }))).toBe('ok')
    expect(town.get('letter_drafts', templateId)).toMatchObject({ content: { subject: 'Neu' }, settledAt: null, basedOn: 1 })
    expect(town.run(discardLetterDraft, { templateId })).toBe('ok')
    expect(town.run(saveLetterDraft, saved({}))).toEqual({ code: 'letters/no-draft' })
    expect(town.get('letter_templates', templateId)).toMatchObject({ subject: published.subject, templateVersion: 1 })
    expect(town.run(beginLetterDraft, begin)).toBe('ok')
  })

  test('of a new template does not take the name of one that exists', () => {
    expect(aTown().run(beginLetterDraft, { ...begin, basedOn: null })).toEqual({ code: 'letters/id-taken' })
  })

  test.each(['clerk', 'lead', 'data-protection-officer'] as const)('and everything else about letters is nothing for a %s', role => {
    const refused = { code: 'commands/not-allowed' }
    const town = aTown()
    expect(town.run(beginLetterDraft, begin, anActor(role))).toEqual(refused)
    town.run(beginLetterDraft, begin)
    expect(town.run(saveLetterDraft, saved({}), anActor(role))).toEqual(refused)
    expect(town.run(discardLetterDraft, { templateId }, anActor(role))).toEqual(refused)
    expect(town.run(publishTemplate, { templateId }, anActor(role))).toEqual(refused)
    expect(town.run(withdrawTemplate, { templateId }, anActor(role))).toEqual(refused)
    expect(town.run(offerTemplate, { templateId }, anActor(role))).toEqual(refused)
    expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead(), picture: null }, anActor(role))).toEqual(refused)
  })
})

describe('publishing a template', () => {
  test('makes the next version, with its day and its author', () => {
    const town = aTown()
    town.run(beginLetterDraft, begin)
    town.run(saveLetterDraft, saved({ subject: 'Neu' }))
    expect(town.run(publishTemplate, { templateId })).toBe('ok')
    expect(town.get('letter_templates', templateId)).toMatchObject({ templateVersion: 2, subject: 'Neu', active: true, publishedAt: NOW, publishedByName: anActor().name })
    expect(town.get('letter_drafts', templateId)?.settledAt).toBe(NOW)
  })

  test('adds a second one for the same outcome, also for one service alone, whose answers it may name', () => {
    const town = aTown()
    town.run(beginLetterDraft, beginNew({ serviceId: aServiceOfLetters().id, paragraphs: ['Name des Hundes: {{form.dogName}}'] }))
    expect(town.run(publishTemplate, { templateId: NEW_ID })).toBe('ok')
    expect(town.get('letter_templates', NEW_ID)).toMatchObject({ serviceId: aServiceOfLetters().id, templateVersion: 1, position: 2, active: true })
  })

  test('refuses an unknown placeholder by place and name, and with it whatever else is missing', () => {
    const town = aTown()
    town.run(beginLetterDraft, { ...begin, content: { ...content, paragraphs: ['Guten Tag', '{{aplicantName}}'], remedies: '' } })
    expect(town.run(publishTemplate, { templateId })).toEqual({ code: 'letters/incomplete', facts: { count: 2, field: 'paragraphs.1', problem: 'variable-unknown', variable: 'aplicantName' } })
    expect(town.get('letter_templates', templateId)?.templateVersion).toBe(1)
  })

  test('refuses answers of a form where the template is for every service', () => {
    const town = aTown()
    town.run(beginLetterDraft, beginNew({ paragraphs: ['{{form.dogName}}'] }))
    expect(town.run(publishTemplate, { templateId: NEW_ID })).toMatchObject({ code: 'letters/incomplete', facts: { variable: 'form.dogName' } })
  })

  test('does not replace a version that came in between', () => {
    const town = aTown()
    town.run(beginLetterDraft, { ...begin, basedOn: 7 })
    expect(town.run(publishTemplate, { templateId })).toEqual({ code: 'letters/outdated-draft' })
    town.run(saveLetterDraft, saved({}))
    expect(town.run(publishTemplate, { templateId })).toBe('ok')
  })

  test.each<readonly [string, Partial<TemplateContent>]>([['outcome', { outcome: 'refused' }], ['service', { serviceId: 'dog-registration' }]])(
    'does not change what a template is for: its %s', (_, change) => {
      const town = aTown()
      town.run(beginLetterDraft, { ...begin, content: { ...content, ...change, paragraphs: ['{{reason}}'] } })
      expect(town.run(publishTemplate, { templateId })).toMatchObject({ code: 'letters/incomplete', facts: { problem: 'fixed' } })
    })

  test('knows one certificate for the whole town', () => {
    const town = aTown()
    town.run(beginLetterDraft, beginNew({ outcome: 'certificate' }, 'another-certificate'))
    expect(town.run(publishTemplate, { templateId: 'another-certificate' })).toMatchObject({ code: 'letters/incomplete', facts: { problem: 'fixed' } })
    town.run(beginLetterDraft, beginNew({ outcome: 'certificate' }, 'certificate'))
    expect(town.run(publishTemplate, { templateId: 'certificate' })).toBe('ok')
  })

  test('leaves a withdrawn one withdrawn', () => {
    const town = aTown()
    town.run(withdrawTemplate, { templateId })
    town.run(beginLetterDraft, begin)
    expect(town.run(publishTemplate, { templateId })).toBe('ok')
    expect(town.get('letter_templates', templateId)).toMatchObject({ templateVersion: 2, active: false })
  })
})

test('a template is withdrawn and put back into use, each once', () => {
  const town = aTown()
  expect(town.run(offerTemplate, { templateId })).toEqual({ code: 'letters/wrong-state' })
  expect(town.run(withdrawTemplate, { templateId })).toBe('ok')
  expect(town.run(withdrawTemplate, { templateId })).toEqual({ code: 'letters/wrong-state' })
  expect(town.get('letter_templates', templateId)?.active).toBe(false)
  expect(town.run(offerTemplate, { templateId })).toBe('ok')
})

test('a letterhead is set as a whole; one that letters cannot be sent with is refused by the field', () => {
  const town = aTown()
  expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead({ signatory: ' ' }), picture: null })).toEqual({ code: 'letters/letterhead-incomplete', facts: { count: 1, field: 'signatory', problem: 'missing' } })
  expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead(), picture: null })).toBe('ok')
  expect(town.get('departments', departmentId)).toMatchObject({ name: 'Ordnung', letterhead: aLetterhead() })
})

test('a facsimile is named by its picture: one nobody has is refused, one that is there stays', () => {
  const town = aTown()
  // The smallest picture there is: one white point.
  const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg=='
  const facsimile = facsimileOfBase64(picture)
  if (!facsimile) throw new Error('that is no picture')
  const other = { ...facsimile, sha256: 'a'.repeat(64) }
  const missing = { code: 'letters/facsimile-missing' }
  expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead({ facsimile }), picture: null })).toEqual(missing)
  expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead({ facsimile: other }), picture })).toEqual(missing)
  expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead({ facsimile }), picture })).toBe('ok')
  expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead({ facsimile, signatory: 'Erika Muster' }), picture: null })).toBe('ok')
  expect(town.run(setLetterhead, { departmentId, letterhead: aLetterhead(), picture: null })).toBe('ok')
  expect(town.get('departments', departmentId)?.letterhead).toEqual(aLetterhead())
})
