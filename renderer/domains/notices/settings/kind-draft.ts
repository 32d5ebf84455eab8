import type * as z from 'zod'
import { setKind, settingsHash } from '../../../../shared/domains/notices/kind-commands.ts'
import type { NoticeKind } from '../../../../shared/domains/notices/tables.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import type { DepartmentId } from '../../../../shared/ids.ts'
import { plainId } from '../../../ui/editing/plain-id.ts'

const NUMBERS = ['coolingMinutes', 'holdDays', 'retentionYears'] as const
type NumberField = (typeof NUMBERS)[number]

/** A kind of notice as it stands in the fields of its form. */
export type WrittenKind = Pick<NoticeKind, 'isColor' | 'isDuplex' | 'offersMailbox' | 'active'> & Readonly<Record<NumberField, string>> & {
  readonly title: string
  readonly templateId: string | null
  readonly ruleSetId: string | null
  readonly departmentId: DepartmentId | undefined
}

export type KindProblem = NumberField | 'title' | 'templateId' | 'ruleSetId' | 'departmentId'

/** What the fields begin with; a new kind is printed as most are, and can be taken back for a quarter of an hour. */
export function writtenKind(kind: NoticeKind | undefined, departments: readonly DepartmentId[]): WrittenKind {
  if (!kind) {
    return {
      title: '', templateId: null, ruleSetId: null, departmentId: departments.length === 1 ? departments[0] : undefined, isColor: false, isDuplex: true, offersMailbox: false, active: true,
      coolingMinutes: '15', holdDays: '0', retentionYears: '10',
    }
  }
  const { title, templateId, ruleSetId, scope, isColor, isDuplex, offersMailbox, active, coolingMinutes, holdDays, retentionYears } = kind
  return {
    title, templateId, ruleSetId, departmentId: departmentOf(scope), isColor, isDuplex, offersMailbox, active,
    coolingMinutes: String(coolingMinutes), holdDays: String(holdDays), retentionYears: String(retentionYears),
  }
}

const numberOf = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** What the fields say, or which of them say nothing that can be kept. `kind`: as it was opened, its id stays; a new one gets one from its title that nobody has. */
export function kindOf(written: WrittenKind, kind: NoticeKind | undefined, taken: readonly string[]): { readonly input: z.infer<typeof setKind.input> } | { readonly problems: readonly KindProblem[] } {
  const title = written.title.trim()
  const read = setKind.input.safeParse({
    ...written, title, id: kind?.id ?? plainId(title, taken, 'bescheidart'), basedOn: kind ? settingsHash(kind) : null,
    ...Object.fromEntries(NUMBERS.map(field => [field, numberOf(written[field])])),
  })
  return read.success ? { input: read.data } : { problems: [...new Set(read.error.issues.map(({ path }) => path[0] as KindProblem))] }
}
