import { readFileSync } from 'node:fs'
import { Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { draftOf } from '../../shared/domains/applications/service-draft.ts'
import { serviceProblems } from '../../shared/domains/applications/service-problems.ts'
import type { Bilingual } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import { inventCitizen } from './citizen.ts'
import { fillForm } from './fill-form.ts'
import { createRandom } from './random.ts'
import { DEMO_SERVICES } from './services/list.ts'
import { demoStaff } from './staff.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
const SEEDS = Array.from({ length: 50 }, (_, index) => index + 1)
const FORMS = DEMO_SERVICES.flatMap(({ forms }) => forms)
const FILLED = FORMS.map(form => [form.id, form, SEEDS.map(seed => {
  const random = createRandom(seed)
  return { seed, answers: fillForm(form.schema, inventCitizen(random), random, NOW) }
})] as const)

const questionsOf = (form: (typeof FORMS)[number]) => form.sections.flatMap(({ fields }) => fields)

const textsOf = (form: (typeof FORMS)[number]): readonly Bilingual[] => [
  ...form.sections.map(({ title }) => title),
  ...questionsOf(form).flatMap(({ label, help }) => (help ? [label, help] : [label])),
  ...Object.values(form.valueLabels).flatMap(labels => Object.values(labels)),
]

describe('the services of the demo town', () => {
  test('are at least 28 and as many as the README names, each under its own name, in every department that works on cases', () => {
    expect(DEMO_SERVICES.length).toBeGreaterThanOrEqual(28)
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(Number(/(\d+) services/.exec(readme)?.[1])).toBe(DEMO_SERVICES.length)
    expect(new Set(DEMO_SERVICES.map(({ service }) => service.id)).size).toBe(DEMO_SERVICES.length)
    expect(new Set(DEMO_SERVICES.map(({ service }) => service.title.de)).size).toBe(DEMO_SERVICES.length)
    const clerks = demoStaff(instantFromMs(NOW)).flatMap(({ grants }) => grants.filter(({ role, departmentId }) => role === 'clerk' && departmentId !== 'impfstelle').map(({ departmentId }) => departmentId))
    expect(new Set(DEMO_SERVICES.map(({ service }) => service.departmentId))).toEqual(new Set(clerks))
  })

  test('are granted by law when nobody decides in time, where a law says so', () => {
    const deemed = DEMO_SERVICES.filter(({ service }) => service.deadline?.basis === 'vwvfg-42a').map(({ service }) => service.id)
    expect(deemed).toEqual(['travelling-trade-card', 'market-setting', 'redevelopment-permit'])
  })

  test.each(DEMO_SERVICES.map(({ service, forms }) => [service.id, service, forms] as const))('%s speaks both languages, briefly', (_, service, forms) => {
    expect(service.legalBasis).not.toBe('')
    for (const { de, en } of [service.title, ...forms.flatMap(textsOf)]) {
      expect([de, en].map(text => text.trim())).not.toContain('')
    }
    for (const { label } of forms.flatMap(questionsOf)) {
      expect(label.de.length, label.de).toBeLessThanOrEqual(80)
      expect(label.en.length, label.en).toBeLessThanOrEqual(80)
    }
  })

  test.each(DEMO_SERVICES.map(({ service, forms }) => [service.id, service, forms] as const))('%s could be published as it is, every version of its form', (_, service, forms) => {
    for (const form of forms) {
      const rows = { service: { ...service, scope: 'town', version: 0 }, form: { ...form, scope: 'town', version: 0 } }
      expect(serviceProblems(draftOf(rows)), form.id).toEqual([])
    }
    expect(service.description?.de).not.toBe('')
    expect(service.fees.length).toBeGreaterThan(0)
    expect(service.contact?.email).toMatch(/\.example$/)
  })

  test.each(FILLED)('%s asks each question once, and its own ones are between 3 and 15', (_, form) => {
    const keys = questionsOf(form).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const own = form.sections.filter(({ title }) => !['Ihre Angaben', 'Erklärung'].includes(title.de)).flatMap(({ fields }) => fields)
    expect(own.length).toBeGreaterThanOrEqual(3)
    expect(own.length).toBeLessThanOrEqual(15)
  })

  test.each(FILLED)('%s is filled in as its schema asks, with a believable answer to every question', (_, form, filled) => {
    const validator = new Validator(form.schema, '2020-12', false)
    for (const { seed, answers } of filled) {
      const { valid, errors } = validator.validate(answers)
      expect(valid, `seed ${seed}: ${JSON.stringify([answers, errors])}`).toBe(true)
      expect(Object.values(answers), `seed ${seed}`).not.toContain('Keine Angabe')
    }
    const answered = new Set(filled.flatMap(({ answers }) => Object.keys(answers)))
    expect([...answered].toSorted()).toEqual(questionsOf(form).map(({ key }) => key).toSorted())
  })

  test.each(FILLED)('%s never ends before it begins', (_, __, filled) => {
    const periods = filled.flatMap(({ seed, answers }) => Object.entries(answers).flatMap(([key, from]) => {
      const until = answers[key.replace(/From$/, 'To').replace(/Start$/, 'End')]
      return typeof from === 'string' && typeof until === 'string' && /(From|Start)$/.test(key) ? [{ seed, key, from, until }] : []
    }))
    expect(periods.filter(({ from, until }) => until < from)).toEqual([])
  })

  test('has periods to look at', () => {
    expect(FORMS.filter(form => questionsOf(form).some(({ key }) => key.endsWith('To'))).length).toBeGreaterThan(5)
  })
})
