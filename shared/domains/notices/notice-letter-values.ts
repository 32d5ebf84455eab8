import { letterheadValues, type Filling } from '../letters/filled-template.ts'
import { inEuro, writtenDay } from '../letters/letter-for.ts'
import { DEBTOR_WORDS, type ItemVariable, type NoticeVariable, type ParcelVariable } from '../letters/variables.ts'
import type { Letterhead } from '../staff/tables.ts'
import type { NoticeContent, Parcel, Recipient, Replaced } from './content.ts'

const NUMBER = new Intl.NumberFormat('de-DE')

/** Greets somebody whose name is not known to be that of one person. */
const TO_ALL = 'Sehr geehrte Damen und Herren'

/** What a template of notices can name, for one notice on the paper of a department. */
export function noticeFilling(content: NoticeContent, letterhead: Letterhead | null): Filling {
  const { recipient, period, items, parcels } = content
  const [from, to] = [writtenDay(period.from), writtenDay(period.to)]
  const values: Readonly<Record<NoticeVariable, string>> = {
    ...letterheadValues(letterhead),
    recipientName: recipient.name,
    salutation: content.salutation.trim().replace(/,$/, '') || TO_ALL,
    debtorRole: DEBTOR_WORDS[content.debtorRole],
    period: from === to ? from : `${from} bis ${to}`,
    periodFrom: from,
    periodTo: to,
    cashReference: content.reference,
    total: inEuro(content.totalCents),
    payableBy: writtenDay(content.dueDay),
    ...replacedValues(content.replaced),
  }
  return {
    values: new Map(Object.entries(values)),
    lists: new Map([
      ['item', items.map(({ label, cents }) => new Map(Object.entries<string>({ 'item.label': label, 'item.amount': inEuro(cents) } satisfies Record<ItemVariable, string>)))],
      ['parcel', parcels.map(parcel => new Map(Object.entries(parcelValues(parcel))))],
    ]),
    mayBeAbsent: new Set(),
  }
}

/** Which notice this one replaces: named where it was wrong, or where it only did not arrive; empty where there is none. */
function replacedValues(replaced: Replaced | undefined): Readonly<Record<'replaces' | 'comesAgain', string>> {
  const named = replaced ? `${writtenDay(replaced.dated)} mit dem Kassenzeichen ${replaced.reference}` : ''
  return { replaces: replaced?.why === 'corrected' ? named : '', comesAgain: replaced?.why === 'new-address' ? named : '' }
}

/** How a parcel is called: as its record has it, or in the usual words where that says nothing. */
export const labelOf = ({ label, district, section, number }: Parcel): string =>
  label.trim() || `Gemarkung ${district}, Flur ${section}, Flurstück ${number}`

const parcelValues = (parcel: Parcel): Readonly<Record<ParcelVariable, string>> => ({
  'parcel.label': labelOf(parcel),
  'parcel.district': parcel.district,
  'parcel.section': parcel.section,
  'parcel.number': parcel.number,
  'parcel.area': parcel.areaSquareMetres === null ? '' : `${NUMBER.format(parcel.areaSquareMetres)} m²`,
})

/** The lines of the address as they are printed and told to a print centre: name, addition, street, place, country abroad. */
export function addressLines({ name, addition, street, houseNumber, postalCode, place, country }: Recipient): readonly string[] {
  const lines = [name, addition, `${street} ${houseNumber}`, `${postalCode} ${place}`, country]
  return lines.map(line => line.replaceAll(/\s+/g, ' ').trim()).filter(Boolean)
}
