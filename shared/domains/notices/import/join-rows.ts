import { NoticeContent, type Recipient } from '../content.ts'
import { isError, type RowProblemCode } from './problems.ts'
import { sumOf } from './read-amounts.ts'
import { keyOf } from './read-parcels.ts'
import type { RowNotice } from './read-row.ts'
import type { RowCells } from './row-cells.ts'
import type { TableRow } from './table.ts'

/** A row that was read, with what it was read from. */
export interface RowRead {
  readonly row: TableRow
  readonly cells: RowCells
  readonly said: RowNotice
}

/** One notice of one row or several, null where something about them is wrong. */
export interface JoinedRows {
  readonly lines: readonly number[]
  readonly content: NoticeContent | null
}

/** Rows with the same Kassenzeichen are one notice about several parcels; rows that cannot be that are told. */
export function joinRows(rows: readonly RowRead[]): readonly JoinedRows[] {
  const groups = Map.groupBy(rows, ({ cells, said }) => (said.reference === '' ? `line ${cells.line}` : `reference ${referenceKey(said.reference)}`))
  const joined = [...groups.values()].map(joinGroup)
  tellSameParcels(rows)
  return joined.map(({ group, content }) => ({ lines: group.map(({ cells }) => cells.line), content: group.some(({ cells }) => cells.problems.some(isError)) ? null : content }))
}

/** However it is spaced. */
const referenceKey = (reference: string): string => reference.replaceAll(/\s/g, '').toUpperCase()

interface Group {
  readonly group: readonly RowRead[]
  readonly content: NoticeContent | null
}

function joinGroup(group: readonly RowRead[]): Group {
  const [first, ...others] = group
  if (!first) return { group, content: null }
  const seen = new Set([sameRowKey(first)])
  for (const other of others) {
    const key = sameRowKey(other)
    const code = seen.has(key) ? 'row-twice' : areOneNotice(first.said, other.said) ? null : 'reference-twice'
    seen.add(key)
    if (code) other.cells.tell('reference', code)
  }
  const { items, totalCents } = joinAmounts(first, group)
  const parcels = group.flatMap(({ said }) => said.parcels)
  if (parcels.length > 60 || items.length > 40) first.cells.tell('parcelNumber', 'too-many-parcels', String(parcels.length))
  if (totalCents === 0 && !group.some(({ cells }) => cells.problems.some(isError))) first.cells.tell('amount', 'nothing-to-pay')
  const { recipient, salutation, debtorRole, period, reference, dueDay, email } = first.said
  const content = NoticeContent.safeParse({ recipient, salutation, debtorRole, parcels, period, items, totalCents, reference, dueDay, email })
  if (!content.success && !group.some(({ cells }) => cells.problems.some(isError))) first.cells.tell(null, 'too-long', content.error.issues[0]?.path.join('.') ?? '')
  return { group, content: content.data ?? null }
}

const sameRowKey = ({ row }: RowRead): string => JSON.stringify(row.cells.map(cell => cell.trim()))

/** Several parcels of one debtor for one period, to be paid together. */
const areOneNotice = (one: RowNotice, other: RowNotice): boolean =>
  one.parcels.length > 0 && other.parcels.length > 0 && personKey(one.recipient) === personKey(other.recipient) && one.dueDay === other.dueDay && one.debtorRole === other.debtorRole &&
  one.period.from === other.period.from && one.period.to === other.period.to

const personKey = (recipient: Recipient): string => Object.values(recipient).join('|').toLocaleLowerCase('de').replaceAll(/\s/g, '')

/** A total on every row is that of its row or that of the notice; it has to be one of them. */
function joinAmounts(first: RowRead, group: readonly RowRead[]): { readonly items: NoticeContent['items']; readonly totalCents: number } {
  const items = group.flatMap(({ said }) => said.items.map(item => (group.length > 1 && said.items.length > 0 ? named(item, said) : item)))
  const totals = group.map(({ said }) => said.totalCents)
  const isTotalAlone = group.every(({ cells }) => !cells.has('amount'))
  const areAlike = group.length > 1 && totals[0] !== null && totals.every(total => total === totals[0])
  if (isTotalAlone && areAlike) for (const { cells } of group.slice(1)) cells.tell('total', 'sum-unclear')
  const isOfNotice = areAlike && totals[0] === sumOf(items)
  if (!isOfNotice) for (const { cells, said } of group) if (said.totalCents !== null && said.totalCents !== sumOf(said.items)) cells.tell('total', 'sum-differs')
  return { items: items.length > 0 ? items : first.said.items, totalCents: sumOf(items) }
}

/** Which parcel an amount is for, where there are several. */
function named(item: NoticeContent['items'][number], { parcels }: RowNotice): NoticeContent['items'][number] {
  const [parcel] = parcels
  return parcel ? { ...item, label: `${item.label}, Flurstück ${parcel.number}`.slice(0, 120) } : item
}

/** The same debtor, parcel and period under two Kassenzeichen is rarely meant. */
function tellSameParcels(rows: readonly RowRead[]): void {
  const seen = new Map<string, string>()
  for (const { cells, said } of rows)
    for (const parcel of said.parcels) {
      const key = [personKey(said.recipient), keyOf(parcel), said.period.from, said.period.to].join('|')
      const reference = referenceKey(said.reference)
      const before = seen.get(key)
      const code: RowProblemCode | null = before === undefined ? null : before === reference ? 'row-twice' : 'parcel-twice'
      if (code && !cells.problems.some(problem => problem.code === 'row-twice')) cells.tell('parcelNumber', code, parcel.label)
      seen.set(key, before ?? reference)
    }
}
