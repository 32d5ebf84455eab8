import { firstRuleOf } from '../../../../shared/domains/applications/field-kinds.ts'
import type { DraftContent, Words } from '../../../../shared/domains/applications/service-draft.ts'
import { ServiceId } from '../../../../shared/ids.ts'
import { plainId } from '../../../ui/editing/plain-id.ts'

/** The id of a new service: its German title in plain letters. */
export const newServiceId = (title: string, taken: readonly string[]): ServiceId => ServiceId.parse(plainId(title, taken, 'leistung'))

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
