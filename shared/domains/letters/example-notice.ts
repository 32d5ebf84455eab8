import type { Letterhead } from '../staff/tables.ts'
import { letterheadValues, type Filling } from './filled-template.ts'
import type { Due } from './payment-block.ts'
import type { ItemVariable, NoticeVariable, ParcelVariable } from './variables.ts'

/** What an invented notice asks for. */
export const EXAMPLE_DUE: Due = { cents: 12_345, dueDay: '2026-08-15', reference: 'MUSTER-2026-000123' }

const ITEMS: readonly Readonly<Record<ItemVariable, string>>[] = [
  { 'item.label': 'Grundbeitrag', 'item.amount': '100,00\u00a0€' },
  { 'item.label': 'Zuschlag nach Fläche', 'item.amount': '23,45\u00a0€' },
]

const PARCELS: readonly Readonly<Record<ParcelVariable, string>>[] = [
  { 'parcel.label': 'Gemarkung Musterstadt, Flur 3, Flurstück 12/4', 'parcel.district': 'Musterstadt', 'parcel.section': '3', 'parcel.number': '12/4', 'parcel.area': '1.250 m²' },
  { 'parcel.label': 'Gemarkung Musterstadt, Flur 3, Flurstück 13', 'parcel.district': 'Musterstadt', 'parcel.section': '3', 'parcel.number': '13', 'parcel.area': '840 m²' },
]

/** What an invented notice says, on the paper of a department. */
export function exampleNotice(letterhead: Letterhead | null): Filling {
  const values: Readonly<Record<NoticeVariable, string>> = {
    ...letterheadValues(letterhead),
    recipientName: 'Erika Mustermann', salutation: 'Sehr geehrte Frau Mustermann', debtorRole: 'Eigentümer',
    period: '1. Januar 2026 bis 31. Dezember 2026', periodFrom: '1. Januar 2026', periodTo: '31. Dezember 2026',
    cashReference: EXAMPLE_DUE.reference, total: '123,45\u00a0€', payableBy: '15. August 2026', replaces: '3. März 2026 mit dem Kassenzeichen MUSTER-2026-000099', comesAgain: '3. März 2026 mit dem Kassenzeichen MUSTER-2026-000123',
  }
  return {
    values: new Map(Object.entries(values)),
    lists: new Map([['item', ITEMS.map(item => new Map(Object.entries(item)))], ['parcel', PARCELS.map(parcel => new Map(Object.entries(parcel)))]]),
    mayBeAbsent: new Set(),
  }
}
