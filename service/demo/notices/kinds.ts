import type { NoticeKind } from '../../../shared/domains/notices/tables.ts'
import { DepartmentId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import { DOG_TAX_TEMPLATE, UMLAGE_TEMPLATE } from './templates.ts'

export const NOTICES_SCOPE = departmentScope(DepartmentId.parse('steuern'))

/** How the finance program heads the columns of the table from which all runs so far were made. */
const UMLAGE_COLUMNS = {
  reference: 'Kassenzeichen', name: 'Name', addition: 'Adresszusatz', street: 'Straße', houseNumber: 'Hausnummer', postalCode: 'PLZ', place: 'Ort', country: 'Land', salutation: 'Briefanrede', district: 'Gemarkung',
  section: 'Flur', parcelNumber: 'Flurstück', area: 'Fläche (m²)', debtorRole: 'Schuldnerrolle', period: 'Erhebungszeitraum', amount: 'Flächenbeitrag', amount2: 'Erschwernisbeitrag', dueDay: 'Fällig am',
}

/** What the town's department of taxes writes to many at once. */
export const DEMO_KINDS = {
  umlage: {
    id: 'umlage', scope: NOTICES_SCOPE, version: 0, title: 'Umlage der Unterhaltungsverbände', templateId: UMLAGE_TEMPLATE, ruleSetId: 'vwvfg', mapping: UMLAGE_COLUMNS, forAll: {},
    isColor: false, isDuplex: true, coolingMinutes: 15, holdDays: 0, offersMailbox: true, retentionYears: 10, active: true,
  },
  dogTax: {
    id: 'hundesteuer', scope: NOTICES_SCOPE, version: 0, title: 'Hundesteuer', templateId: DOG_TAX_TEMPLATE, ruleSetId: 'ao', mapping: {}, forAll: {},
    isColor: false, isDuplex: true, coolingMinutes: 30, holdDays: 0, offersMailbox: true, retentionYears: 10, active: true,
  },
} as const satisfies Readonly<Record<string, NoticeKind>>
