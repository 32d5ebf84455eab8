import { Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { ROLES } from '../../shared/actor.ts'
import { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import { Application, ApplicationEvent, Decision } from '../../shared/domains/applications/tables.ts'
import { Staff } from '../../shared/domains/staff/tables.ts'
import { PersonId, uuidV7 } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'
import { inventCase, type CaseMaterial } from './cases.ts'
import { inventCitizen } from './citizen.ts'
import { createRandom } from './random.ts'
import { DEMO_SERVICES } from './services/list.ts'
import { demoStaff } from './staff.ts'
import { LOCALITY_NAMES } from './town.ts'

const NOW = Date.UTC(2026, 10, 22, 9)

const synced = <Row>(row: Row) => ({ ...row, scope: TOWN_SCOPE, version: 1 })

const material = (seed: number): CaseMaterial => ({
  random: createRandom(seed),
  nowMs: NOW,
  services: DEMO_SERVICES.map(({ service, forms, weight }) => ({ service: synced(service), forms: forms.map(synced), weight })),
  staff: demoStaff(instantFromMs(NOW)).map(synced),
  version: 1,
})

const casesOf = (seed: number, count: number) => {
  const made = material(seed)
  return Array.from({ length: count }, (_, index) => {
    const citizen = { ...inventCitizen(made.random), personId: PersonId.parse(uuidV7(NOW, made.random.bytes(10))) }
    return inventCase(made, citizen, index + 1, NOW - (count - index) * 3_600_000)
  })
}

describe('the demo town', () => {
  test('has 19 localities, about 40 staff in every role and services whose definitions are valid', () => {
    const staff = material(1).staff
    expect(LOCALITY_NAMES).toHaveLength(19)
    expect(staff.length).toBeGreaterThanOrEqual(38)
    expect(new Set(staff.flatMap(({ grants }) => grants.map(({ role }) => role)))).toEqual(new Set(ROLES))
    for (const member of staff) Staff.parse(member)
    for (const { service, forms } of material(1).services) {
      TownService.parse(service)
      expect(forms.map(form => Form.parse(form).formVersion)).toEqual(forms.map((_, index) => index + 1))
    }
  })

  test('fills its forms so that they pass their own schema, in rows the desks accept', () => {
    const forms = new Map(material(1).services.flatMap(({ forms: all }) => all.map(form => [form.id, form] as const)))
    const cases = casesOf(42, 500)
    for (const { application, decision, events } of cases) {
      const schema = forms.get(application.formId)?.schema
      const verdict = new Validator(schema ?? false, '2020-12').validate(application.form)
      expect(verdict.valid, JSON.stringify([application.form, verdict.errors])).toBe(true)
      Application.parse(application)
      if (decision) Decision.parse(decision)
      for (const event of events) ApplicationEvent.parse(event)
    }
    expect(new Set(cases.map(({ application }) => application.status)).size).toBe(4)
  })

  test('is the same for the same seed and another for another', () => {
    expect(casesOf(7, 30)).toEqual(casesOf(7, 30))
    expect(casesOf(7, 30)).not.toEqual(casesOf(8, 30))
  })

  test('never lets one person propose and release under four eyes', () => {
    const settled = casesOf(3, 600).flatMap(({ decision }) => (decision?.state === 'approved' ? [decision] : []))
    const fourEyes = settled.filter(({ releaseMode }) => releaseMode === 'four-eyes')
    expect(fourEyes.length).toBeGreaterThan(50)
    expect(fourEyes.filter(({ authors, settledBy }) => settledBy && authors.includes(settledBy))).toEqual([])
  })
})
