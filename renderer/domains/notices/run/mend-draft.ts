import { NoticeContent, type DebtorRole, type Parcel } from '../../../../shared/domains/notices/content.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { centsOf, writtenCents } from '../../../ui/money.ts'

type RecipientField = keyof NoticeContent['recipient']

/** What a notice says, as it stands in the fields while it is mended. */
export interface MendDraft {
  readonly recipient: Readonly<Record<RecipientField, string>>
  readonly salutation: string
  readonly debtorRole: DebtorRole
  readonly parcels: readonly WrittenParcel[]
  readonly periodFrom: string
  readonly periodTo: string
  readonly items: readonly WrittenItem[]
  readonly reference: string
  readonly dueDay: string
  readonly email: string
}

export interface WrittenParcel extends Pick<Parcel, 'district' | 'section' | 'number' | 'label'> {
  readonly area: string
}

export interface WrittenItem {
  readonly label: string
  readonly amount: string
}

export function mendDraftOf({ recipient, salutation, debtorRole, parcels, period, items, reference, dueDay, email }: NoticeContent, language: Language): MendDraft {
  return {
    recipient, salutation, debtorRole, reference, email: email ?? '', dueDay: formatPlainDay(dueDay, language), periodFrom: formatPlainDay(period.from, language), periodTo: formatPlainDay(period.to, language),
    parcels: parcels.map(({ district, section, number, areaSquareMetres, label }) => ({ district, section, number, label, area: areaSquareMetres === null ? '' : String(areaSquareMetres) })),
    items: items.map(({ label, cents }) => ({ label, amount: writtenCents(cents, language) })),
  }
}

/** Names a field of the form: `recipient.name`, `items.0.cents`. */
export type FieldPath = string

/** The notice as it was written; undefined as long as a field is not right, with the paths of those. */
export function writtenNotice(draft: MendDraft, language: Language): { readonly content: NoticeContent | undefined; readonly wrong: ReadonlySet<FieldPath> } {
  const items = draft.items.map(({ label, amount }) => ({ label: label.trim(), cents: centsOf(amount, language) ?? Number.NaN }))
  const read = NoticeContent.safeParse({
    recipient: Object.fromEntries(Object.entries(draft.recipient).map(([field, text]) => [field, text.trim()])), salutation: draft.salutation.trim(), debtorRole: draft.debtorRole,
    parcels: draft.parcels.map(({ district, section, number, area, label }) => ({ district: district.trim(), section: section.trim(), number: number.trim(), label: label.trim(), areaSquareMetres: area.trim() === '' ? null : Number(area) })),
    period: { from: parseDay(draft.periodFrom) ?? '', to: parseDay(draft.periodTo) ?? '' }, items, totalCents: items.reduce((sum, { cents }) => sum + (Number.isNaN(cents) ? 0 : cents), 0),
    reference: draft.reference.trim(), dueDay: parseDay(draft.dueDay) ?? '', email: draft.email.trim() || null,
  })
  return { content: read.data, wrong: new Set(read.error?.issues.map(({ path }) => path.join('.')) ?? []) }
}
