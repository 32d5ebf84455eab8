import { describe, expect, test } from 'vitest'
import { DepartmentId, ServiceId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { beginDraft, discardDraft, offer, publish, saveDraft, withdraw } from './service-commands.ts'
import { draftOf, offerHash, type DraftContent } from './service-draft.ts'
import { aForm, aTownService } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const serviceId = ServiceId.parse('dog-registration')
const departmentId = DepartmentId.parse('ordnung')
const NEW_ID = ServiceId.parse('bench-sponsoring')
const offered = { service: aTownService(), form: aForm() }
const content: DraftContent = { ...draftOf(offered), retention: { months: 120, basis: 'Abgabenordnung' } }
const basedOn = offerHash(offered)

/** A town with one department and one service; commands change it as the service would. */
const aTown = () => rowsUnderCommands([
  { table: 'departments', row: { id: departmentId, scope: 'town', version: 0, name: 'Ordnung', position: 1, letterhead: null, closedAt: null } },
  { table: 'services', row: offered.service }, { table: 'forms', row: offered.form },
], anActor('administrator'), NOW)

const begin = { serviceId, departmentId, content, basedOn }
const withDog = (change: Partial<DraftContent>) => ({ serviceId, content: { ...content, ...change }, basedOn })

describe('a draft', () => {
  test('is begun once for everybody, saved, and thrown away without a trace in what is offered', () => {
    const town = aTown()
    expect(town.run(beginDraft, begin)).toBe('ok')
    expect(town.run(beginDraft, begin)).toEqual({ code: 'services/draft-open', facts: { name: anActor().name } })
    expect(town.run(saveDraft, withDog({ legalBasis: 'Neue Satzung' }))).toBe('ok')
    expect(town.get('service_drafts', serviceId)).toMatchObject({ content: { legalBasis: 'Neue Satzung' }, settledAt: null, basedOn })
    expect(town.run(discardDraft, { serviceId })).toBe('ok')
    expect(town.run(saveDraft, withDog({}))).toEqual({ code: 'services/no-draft' })
    expect(town.get('services', serviceId)?.legalBasis).toBe('Hundesteuersatzung')
    expect(town.run(beginDraft, begin)).toBe('ok')
  })

  test('of a new service does not take the name of one that exists', () => {
    expect(aTown().run(beginDraft, { ...begin, basedOn: null })).toEqual({ code: 'services/id-taken' })
  })

  test.each(['clerk', 'lead', 'data-protection-officer'] as const)('is nothing for a %s', role => {
    expect(aTown().run(beginDraft, begin, anActor(role))).toEqual({ code: 'commands/not-allowed' })
    expect(aTown().run(withdraw, { serviceId }, anActor(role))).toEqual({ code: 'commands/not-allowed' })
  })
})

describe('publishing', () => {
  test('a form that asks something else becomes a new version and the old one stays for its cases', () => {
    const town = aTown()
    town.run(beginDraft, begin)
    town.run(saveDraft, withDog({ form: { ...content.form, sortable: ['dogName'] } }))
    expect(town.run(publish, { serviceId })).toBe('ok')
    expect(town.get('services', serviceId)).toMatchObject({ formVersion: 2, active: true, retention: { months: 120 } })
    expect(town.get('forms', 'dog-registration@2')?.sortable).toEqual(['dogName'])
    expect(town.get('forms', 'dog-registration@1')).toMatchObject(aForm({ version: 2 }))
    expect(town.get('service_drafts', serviceId)?.settledAt).toBe(NOW)
  })

  test('a service whose questions stay the same keeps its form, and one that is withdrawn stays withdrawn', () => {
    const town = aTown()
    town.run(withdraw, { serviceId })
    town.run(beginDraft, begin)
    expect(town.run(publish, { serviceId })).toBe('ok')
    expect(town.get('services', serviceId)).toMatchObject({ formVersion: 1, active: false, retention: { months: 120 } })
    expect(town.get('forms', 'dog-registration@2')).toBeUndefined()
  })

  test('a brand-new service is offered with the first version of its form', () => {
    const town = aTown()
    expect(town.run(beginDraft, { serviceId: NEW_ID, departmentId, content, basedOn: null })).toBe('ok')
    expect(town.run(publish, { serviceId: NEW_ID })).toBe('ok')
    expect(town.get('services', NEW_ID)).toMatchObject({ formVersion: 1, active: true })
    expect(town.get('forms', 'bench-sponsoring@1')?.serviceId).toBe(NEW_ID)
  })

  test('what is missing is refused by name, and so is a department that is gone', () => {
    const town = aTown()
    town.run(beginDraft, { ...begin, content: { ...content, retention: null } })
    expect(town.run(publish, { serviceId })).toEqual({ code: 'services/incomplete', facts: { count: 1, field: 'retention', problem: 'missing' } })
    town.run(saveDraft, withDog({ departmentId: 'gone' }))
    expect(town.run(publish, { serviceId })).toMatchObject({ code: 'services/incomplete', facts: { field: 'departmentId' } })
    expect(town.get('services', serviceId)?.retention).toBeNull()
  })

  test('a draft that began before another change is not published over it', () => {
    const town = aTown()
    town.run(beginDraft, { ...begin, basedOn: 'a'.repeat(64) })
    expect(town.run(publish, { serviceId })).toEqual({ code: 'services/outdated-draft' })
    town.run(saveDraft, withDog({}))
    expect(town.run(publish, { serviceId })).toBe('ok')
  })

  test('what loosens who decides waits for a second person, who may be a lead', () => {
    const town = aTown()
    const [anna, bernd, lead] = [anActor('administrator', '1'), anActor('administrator', '2'), anActor('lead', '3')]
    town.run(beginDraft, begin, anna)
    expect(town.run(publish, { serviceId }, lead), 'as long as nothing is loosened').toEqual({ code: 'commands/not-allowed' })
    town.run(saveDraft, withDog({ releaseMode: 'single-by-service' }), bernd)
    expect(town.get('service_drafts', serviceId)?.authors).toEqual([anna.personId, bernd.personId])
    for (const author of [anna, bernd]) expect(town.run(publish, { serviceId }, author)).toEqual({ code: 'services/needs-second-person' })
    expect(town.run(publish, { serviceId }, anActor('lead', '4', { grants: [{ role: 'lead', departmentId: DepartmentId.parse('bau'), viaPersonId: null, viaName: null }] }))).toEqual({ code: 'commands/not-allowed' })
    expect(town.run(publish, { serviceId }, lead)).toBe('ok')
    expect(town.get('services', serviceId)?.releaseMode).toBe('single-by-service')
  })

  test('a draft begun anew has the authors of its own', () => {
    const town = aTown()
    town.run(beginDraft, begin, anActor('administrator', '1'))
    town.run(discardDraft, { serviceId }, anActor('administrator', '1'))
    town.run(beginDraft, begin, anActor('administrator', '2'))
    expect(town.get('service_drafts', serviceId)?.authors).toEqual([anActor('administrator', '2').personId])
  })

  test('withdrawing while a draft is open does not make the draft outdated', () => {
    const town = aTown()
    town.run(beginDraft, begin)
    town.run(withdraw, { serviceId })
    expect(town.run(publish, { serviceId })).toBe('ok')
  })
})

test('a service is withdrawn and offered again, each once', () => {
  const town = aTown()
  expect(town.run(offer, { serviceId })).toEqual({ code: 'services/wrong-state' })
  expect(town.run(withdraw, { serviceId })).toBe('ok')
  expect(town.run(withdraw, { serviceId })).toEqual({ code: 'services/wrong-state' })
  expect(town.get('services', serviceId)?.active).toBe(false)
  expect(town.run(offer, { serviceId })).toBe('ok')
})
