import { firstRuleOf } from '../../../../shared/domains/applications/field-kinds.ts'
import type { DraftContent, Words } from '../../../../shared/domains/applications/service-draft.ts'
import { ServiceId } from '../../../../shared/ids.ts'

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const LONGEST = 50

/** The id of a new service: its German title in plain letters, with a number where that is taken. */
export function newServiceId(title: string, taken: readonly string[]): ServiceId {
  const plain = title.toLowerCase().replace(/[äöüß]/g, letter => LETTERS[letter] ?? '').normalize('NFD').replace(/\p{Mn}/gu, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, LONGEST).replace(/-+$/, '')
  const base = slug.length > 1 ? slug : 'leistung'
  const used = new Set(taken)
  let id = base
  for (let number = 2; used.has(id); number++) id = `${base}-${number}`
  return ServiceId.parse(id)
}

const field = (key: string, de: string, en: string) => ({ key, label: { de, en }, help: null })

/** What a new service begins with: who applies, and nothing else yet. */
export const newServiceContent = (title: Words, departmentId: string): DraftContent => ({
  title, departmentId,
  description: { de: '', en: '' },
  legalBasis: '',
  deadline: { basis: 'own-target', amount: 14, unit: 'days' },
  releaseMode: 'four-eyes',
  singleUpToCents: null,
  steps: [], automatic: [], documents: [], fees: [],
  contact: null,
  retention: null,
  form: {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required: ['firstName', 'lastName', 'email'],
      properties: { firstName: firstRuleOf('text'), lastName: firstRuleOf('text'), email: firstRuleOf('email') },
    },
    sections: [{
      title: { de: 'Ihre Angaben', en: 'About you' },
      fields: [field('firstName', 'Vorname', 'First name'), field('lastName', 'Nachname', 'Last name'), field('email', 'E-Mail-Adresse', 'E-mail address')],
    }],
    valueLabels: {},
    nameKeys: ['firstName', 'lastName'],
    localityKey: null,
    emailKey: 'email',
    sortable: [],
  },
})
