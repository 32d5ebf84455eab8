import type { EffectiveGrant, Role } from '../../../../shared/actor.ts'
import type { Department } from '../../../../shared/domains/staff/tables.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../../../shared/formats/csv.ts'
import { COMMAND_RIGHTS, READ_RIGHTS, whereAllowed, type RightsRow } from '../../../../shared/rights-matrix.ts'

/** Somebody with everything they may at this moment, lent rights included. */
export interface RightsHolder {
  readonly accountId: string
  readonly name: string
  readonly grants: readonly EffectiveGrant[]
}

/** What stands below one heading. */
export interface MatrixGroup {
  readonly domain: string
  readonly rows: readonly RightsRow[]
}

export interface MatrixFilter {
  /** Null: every role. */
  readonly role: Role | null
  /** Null: roles are shown and no person. */
  readonly account: RightsHolder | null
  readonly search: string
}

export const EVERYTHING: MatrixFilter = { role: null, account: null, search: '' }

/** What is asked for: of a role or a person only what they may, in the order of the program's own list. */
export function matrixGroups({ role, account, search }: MatrixFilter, titleOf: (row: RightsRow) => string): readonly MatrixGroup[] {
  const wanted = search.trim().toLowerCase()
  const shown = [...READ_RIGHTS, ...COMMAND_RIGHTS].filter(row =>
    (role === null || row.roles.includes(role))
    && (account === null || isAllowed(account, row))
    && (wanted === '' || titleOf(row).toLowerCase().includes(wanted)))
  const domains = [...new Set(shown.map(({ domain }) => domain))]
  return domains.map(domain => ({ domain, rows: shown.filter(row => row.domain === domain) }))
}

/** Where health data lies only a right of one's own counts, given for exactly that department. */
const countingFor = ({ grants }: RightsHolder, { name, domain }: RightsRow): readonly EffectiveGrant[] =>
  (domain === 'vaccinations' || (domain === 'reading' && name === 'health') ? grants.filter(({ viaPersonId, departmentId }) => viaPersonId === null && departmentId !== null) : grants)

function isAllowed(account: RightsHolder, row: RightsRow): boolean {
  const where = whereAllowed(countingFor(account, row), row)
  return where === 'town' || where.length > 0
}

/** Where a person may do it, in words, each with whom they stand in for there; nowhere is empty. */
export function whereInWords(account: RightsHolder, row: RightsRow, departments: readonly Pick<Department, 'id' | 'name'>[], words: { readonly wholeTown: string; readonly lentBy: (name: string) => string }): string {
  const inWords = (grants: readonly EffectiveGrant[]): readonly string[] => {
    const where = whereAllowed(grants, row)
    return where === 'town' ? [words.wholeTown] : where.map(id => departments.find(department => department.id === id)?.name ?? id)
  }
  const counting = countingFor(account, row)
  const own = inWords(counting.filter(({ viaPersonId }) => viaPersonId === null))
  const lenders = [...new Set(counting.flatMap(({ viaName }) => viaName ?? []))]
  const lent = lenders.flatMap(name => inWords(counting.filter(({ viaName }) => viaName === name)).filter(place => !own.includes(place)).map(place => `${place} (${words.lentBy(name)})`))
  return [...own, ...lent].join(', ')
}

/** The table as a CSV file that German spreadsheets open: a heading, and below each domain its lines. */
export function matrixCsv(head: readonly string[], groups: readonly MatrixGroup[], cellsOf: (row: RightsRow, domain: string) => readonly string[]): string {
  return BYTE_ORDER_MARK + [head, ...groups.flatMap(({ domain, rows }) => rows.map(row => cellsOf(row, domain)))].map(csvLine).join('')
}
