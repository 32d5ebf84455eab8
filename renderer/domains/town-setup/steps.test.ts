import { expect, test } from 'vitest'
import { DepartmentId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import type { TownSetup } from '../../../shared/wire/town-setup.ts'
import { besides, firstStep, STEPS, stepsLeft, type Step } from './steps.ts'

const department = (hasLetterhead: boolean) => ({ id: DepartmentId.parse('ordnung'), name: 'Ordnungsamt', hasLetterhead })
const NEW: TownSetup = { name: 'Stendal', colour: null, crest: null, departments: [], accounts: 1, hasOwnSignIn: true, services: 0, mailTestedAt: null, lastImport: null }
const READY: TownSetup = { ...NEW, colour: '#0b4f8a', departments: [department(true)], accounts: 2, services: 1, mailTestedAt: instantFromMs(0) }

test('a new town has everything before it but what is only read; whoever comes back goes on where something is open', () => {
  expect(stepsLeft(NEW)).toEqual(['branding', 'departments', 'people', 'letterheads', 'services', 'mail'])
  expect(firstStep(NEW)).toBe('branding')
  expect(firstStep({ ...NEW, colour: '#0b4f8a', departments: [department(false)] })).toBe('people')
  expect(stepsLeft(READY)).toEqual([])
  expect(firstStep(READY)).toBe('branding')
})

test('each open step is the only one left where it alone is missing', () => {
  const missing: Readonly<Record<string, Partial<TownSetup>>> = {
    branding: { colour: null }, people: { accounts: 1 }, letterheads: { departments: [department(true), department(false)] }, services: { services: 0 }, mail: { mailTestedAt: null },
  }
  for (const [step, without] of Object.entries(missing)) expect(stepsLeft({ ...READY, ...without })).toEqual([step])
})

test('one comes from the first to the last by going on, and back again', () => {
  const walked: Step[] = [STEPS[0]]
  for (let next = besides(STEPS[0]).after; next; next = besides(next).after) walked.push(next)
  expect(walked).toEqual(STEPS)
  expect(walked.map(step => besides(step).before)).toEqual([undefined, ...STEPS.slice(0, -1)])
})
