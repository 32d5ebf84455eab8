import { expect, test } from 'vitest'
import { outdatedBy } from './invalidation.ts'

const NOTHING = { counted: false, preferences: false, deputies: false, list: false, facets: false, services: false, editedServices: false, around: false, reports: false, suggestions: false, serviceCards: false, messages: false, letters: false, appointments: false, visits: false, places: false, halls: false, notices: false, vaccinations: false, vaccinationDay: false, recalls: false, alerts: false, secrets: false, cases: 'none' }

test.each([
  ['some applications', { tables: ['applications'], ids: ['a', 'b'] }, { ...NOTHING, messages: true, counted: true, around: true, list: true, facets: true, cases: ['a', 'b'] }],
  ['any applications', { tables: ['applications'], ids: [] }, { ...NOTHING, messages: true, counted: true, around: true, list: true, facets: true, cases: 'all' }],
  ['an application with its message', { tables: ['applications', 'messages'], ids: ['a', 'm'] }, { ...NOTHING, messages: true, counted: true, around: true, list: true, facets: true, cases: 'all' }],
  ['a message', { tables: ['messages'], ids: ['m'] }, { ...NOTHING, messages: true, around: true, cases: 'all' }],
  ['a comment', { tables: ['comments'], ids: ['c'] }, { ...NOTHING, counted: true, cases: 'all' }],
  ['a task', { tables: ['tasks'], ids: ['t'] }, { ...NOTHING, cases: 'all' }],
  ['staff', { tables: ['staff'], ids: [] }, { ...NOTHING, deputies: true, around: true, facets: true }],
  ['services', { tables: ['services'], ids: [] }, { ...NOTHING, list: true, services: true, editedServices: true, letters: true, cases: 'all' }],
  ['forms', { tables: ['forms'], ids: [] }, { ...NOTHING, services: true, editedServices: true, letters: true, cases: 'all' }],
  ['a draft of a service', { tables: ['service_drafts'], ids: ['s'] }, { ...NOTHING, editedServices: true }],
  ['a template of letters', { tables: ['letter_templates'], ids: ['t'] }, { ...NOTHING, letters: true, cases: 'all' }],
  ['a draft of a template', { tables: ['letter_drafts'], ids: ['t'] }, { ...NOTHING, letters: true }],
  ['departments', { tables: ['departments'], ids: [] }, { ...NOTHING, messages: true, letters: true, deputies: true, reports: true, facets: true, editedServices: true, cases: 'all' }],
  ['settings', { tables: ['preferences'], ids: ['p'] }, { ...NOTHING, reports: true, preferences: true }],
  ['suggestions', { tables: ['suggestions'], ids: ['s'] }, { ...NOTHING, suggestions: true }],
  ['appointments', { tables: ['appointments'], ids: ['a'] }, { ...NOTHING, appointments: true }],
  ['many appointments', { tables: ['appointments'], ids: [] }, { ...NOTHING, appointments: true, visits: true }],
  ['opening hours', { tables: ['opening_hours'], ids: ['h'] }, { ...NOTHING, places: true }],
  ['an entry about a notice', { tables: ['notices'], ids: ['n'] }, { ...NOTHING, notices: true }],
  ['a service ID card', { tables: ['service_cards'], ids: ['c'] }, { ...NOTHING, serviceCards: true }],
  ['what a citizen writes', { tables: ['conversations', 'conversation_messages'], ids: ['c', 'm'] }, { ...NOTHING, messages: true }],
  ['a secrecy', { tables: ['secrecies', 'secrecy_marks'], ids: ['p'] }, { ...NOTHING, secrets: true }],
  ['bookings of a house', { tables: ['hall_bookings'], ids: ['b'] }, { ...NOTHING, halls: true }],
  ['batches of a vaccine', { tables: ['vaccine_batches'], ids: ['b'] }, { ...NOTHING, vaccinations: true }],
  ['a message to the public', { tables: ['alerts'], ids: ['a'] }, { ...NOTHING, alerts: true }],
  ['a documented dose', { tables: ['vaccinations', 'vaccination_visits'], ids: ['v', 'w'] }, { ...NOTHING, vaccinationDay: true }],
  ['who was told of a recall', { tables: ['recall_contacts'], ids: ['c'] }, { ...NOTHING, recalls: true }],
  ['saved views', { tables: ['saved_views'], ids: [] }, { ...NOTHING, counted: true }],
  ['nothing', { tables: [], ids: [] }, NOTHING],
] as const)('after a change of %s', (_what, changed, outdated) => {
  expect(outdatedBy({ tables: [...changed.tables], ids: [...changed.ids] })).toEqual(outdated)
})
