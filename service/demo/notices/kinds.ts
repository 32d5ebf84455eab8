import type { NoticeKind } from '../../../shared/domains/notices/tables.ts'
import { DepartmentId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import { DOG_TAX_TEMPLATE, UMLAGE_TEMPLATE } from './templates.ts'

export const NOTICES_SCOPE = departmentScope(DepartmentId.parse('steuern'))

/** What the town's department of taxes writes to many at once. */
export const DEMO_KINDS = {
  umlage: {
    id: 'umlage', scope: NOTICES_SCOPE, version: 0, title: 'Umlage der Unterhaltungsverbände', templateId: UMLAGE_TEMPLATE, ruleSetId: 'vwvfg', mapping: {}, forAll: {},
    isColor: false, isDuplex: true, coolingMinutes: 15, holdDays: 0, offersMailbox: true, retentionYears: 10, active: true,
  },
  dogTax: {
    id: 'hundesteuer', scope: NOTICES_SCOPE, version: 0, title: 'Hundesteuer', templateId: DOG_TAX_TEMPLATE, ruleSetId: 'ao', mapping: {}, forAll: {},
    isColor: false, isDuplex: true, coolingMinutes: 30, holdDays: 0, offersMailbox: true, retentionYears: 10, active: true,
  },
} as const satisfies Readonly<Record<string, NoticeKind>>
