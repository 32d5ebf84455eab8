import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentOfTemplate, type TemplateContent } from '../../../../shared/domains/letters/template-content.ts'
import type { LetterDraft } from '../../../../shared/domains/letters/tables.ts'
import { aFormOfLetters, aLetterhead, aServiceOfLetters, aTemplate } from '../../../../shared/domains/letters/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { DepartmentId, ServiceId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { putBase } from '../../cache/rows.ts'
import { aDesk, type TestDesk } from '../../sync/testing.ts'
import { editedTemplate, lettersOfTown } from './edited-templates.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const dogs = aServiceOfLetters()
const parking = aServiceOfLetters({ id: ServiceId.parse('parking-permit'), title: { de: 'Bewohnerparken', en: 'Resident parking' } })
let desk: TestDesk

const aDraft = (id: string, content: Partial<TemplateContent>, settledAt: LetterDraft['settledAt'] = null): LetterDraft => ({
  id, scope: 'town', version: 1, content: { ...contentOfTemplate(aTemplate()), ...content }, basedOn: null,
  changedBy: anActor().personId, changedByName: 'Lars Behrends', changedAt: NOW, settledAt,
})

beforeEach(() => {
  desk = aDesk()
  const { db } = desk.cache
  putBase(db, 'departments', { id: DepartmentId.parse('bau'), scope: 'town', version: 1, name: 'Bau', position: 2, letterhead: null, closedAt: null })
  putBase(db, 'departments', { id: DepartmentId.parse('ordnung'), scope: 'town', version: 1, name: 'Ordnung', position: 1, letterhead: aLetterhead(), closedAt: null })
  for (const service of [dogs, parking]) putBase(db, 'services', service)
  putBase(db, 'forms', aFormOfLetters())
  putBase(db, 'letter_templates', aTemplate({ title: 'Bewilligt' }))
  putBase(db, 'letter_templates', aTemplate({ id: 'dogs', title: 'Nur Hunde', serviceId: dogs.id }))
  putBase(db, 'letter_templates', aTemplate({ id: 'dogs-more', title: 'Hunde mit Auflagen', serviceId: dogs.id, position: 2 }))
  putBase(db, 'letter_templates', aTemplate({ id: 'old', title: 'Alt', active: false }))
})
afterEach(() => desk.remove())

test('the list tells for whom each template is, how many services use it, and which one a proposal begins with', () => {
  const { templates, letterheads } = lettersOfTown(desk.cache.db)
  expect(templates.map(({ title, services, isFirst, state, serviceTitle }) => [title, services, isFirst, state, serviceTitle?.de])).toEqual([
    ['Alt', 0, false, 'withdrawn', undefined],
    ['Bewilligt', 1, false, 'offered', undefined],
    ['Nur Hunde', 1, true, 'offered', dogs.title.de],
    ['Hunde mit Auflagen', 1, false, 'offered', dogs.title.de],
  ])
  expect(letterheads.map(({ name, letterhead }) => [name, letterhead?.place])).toEqual([['Ordnung', 'Tangerhütte'], ['Bau', undefined]])
})

test('what is only being written is listed too, and what was thrown away is not', () => {
  const { db } = desk.cache
  putBase(db, 'letter_drafts', aDraft('granted', {}))
  putBase(db, 'letter_drafts', aDraft('new', { title: 'Neu', serviceId: parking.id }))
  putBase(db, 'letter_drafts', aDraft('gone', { title: 'Weg' }, NOW))
  const { templates } = lettersOfTown(db)
  expect(templates.filter(({ draft }) => draft).map(({ title, state, serviceId, draft }) => [title, state, serviceId, draft?.changedByName])).toEqual([
    ['Bewilligt', 'offered', null, 'Lars Behrends'], ['Neu', 'new', parking.id, 'Lars Behrends'],
  ])
})

test('a template is edited with the form whose answers it may name, and with what withdrawing it would mean', () => {
  const { db } = desk.cache
  const own = editedTemplate(db, 'dogs')
  expect(own.ok && [own.value.form?.id, own.value.serviceTitle?.de, own.value.departmentId, own.value.withoutIt]).toEqual([aFormOfLetters().id, dogs.title.de, dogs.departmentId, 0])
  const general = editedTemplate(db, 'granted')
  // The one with dogs has others; resident parking would have none.
  expect(general.ok && [general.value.form, general.value.departmentId, general.value.withoutIt]).toEqual([null, 'ordnung', 1])
  expect(editedTemplate(db, 'nothing')).toMatchObject({ ok: false, error: { code: 'letters/no-draft' } })
})
