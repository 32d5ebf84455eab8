import type { LetterKind } from './tables.ts'

const OF_LETTERHEAD = { group: 'letterhead', names: ['authority', 'street', 'postalCode', 'place', 'bank', 'openingHours', 'court'] } as const

/** What a letter about a case can name, by where it comes from, in the order in which a list offers it. */
const CASE_GROUPS = [
  { group: 'case', names: ['applicantName', 'subject', 'reference', 'receivedDay', 'dueDay', 'service', 'legalBasis'] },
  { group: 'decision', names: ['reason', 'conditions', 'amount', 'fee'] },
  OF_LETTERHEAD,
] as const

/** What every notice can name once. */
const OF_NOTICE = { group: 'notice', names: ['recipientName', 'salutation', 'debtorRole', 'period', 'periodFrom', 'periodTo', 'cashReference', 'total', 'payableBy', 'replaces', 'comesAgain'] } as const

/** What a notice has several of stands in lines of tables, once for each. */
const OF_ITEM = { group: 'item', names: ['item.label', 'item.amount'] } as const
const OF_PARCEL = { group: 'parcel', names: ['parcel.label', 'parcel.district', 'parcel.section', 'parcel.number', 'parcel.area'] } as const

const NOTICE_GROUPS = [OF_NOTICE, OF_ITEM, OF_PARCEL, OF_LETTERHEAD] as const

export type LetterheadVariable = (typeof OF_LETTERHEAD)['names'][number]
export type CaseVariable = (typeof CASE_GROUPS)[number]['names'][number]
export type NoticeVariable = (typeof OF_NOTICE)['names'][number] | LetterheadVariable
export type ItemVariable = (typeof OF_ITEM)['names'][number]
export type ParcelVariable = (typeof OF_PARCEL)['names'][number]

/** What a notice has several of, by the first part of its variables. */
export const NOTICE_LISTS = [OF_ITEM.group, OF_PARCEL.group] as const

/** The words for why somebody owes, which conditions compare with. */
export const DEBTOR_WORDS = { owner: 'Eigentümer', leaseholder: 'Erbbauberechtigter', user: 'Nutzer' } as const

/** What a letter of a kind can name beside what its template asks for and a form answers. */
export const variableGroupsOf = (kind: LetterKind): typeof CASE_GROUPS | typeof NOTICE_GROUPS => (kind === 'notice' ? NOTICE_GROUPS : CASE_GROUPS)

export const knownVariables = (kind: LetterKind): readonly string[] => variableGroupsOf(kind).flatMap(({ names }) => [...names])

/** What need not be there; the paragraph that would name it is left out then. */
export const MAY_BE_ABSENT: ReadonlySet<string> = new Set<CaseVariable>(['reason', 'conditions', 'amount', 'fee'])

/** The name under which a letter names an answer of the form: `form.dogName`. */
export const formVariable = (key: string): string => `form.${key}`

/** The most letters two names may differ in for one to be taken for a slip of the other. */
const SLIP = 2

/** The known name that somebody most likely meant, or undefined when none is near. */
export function likelyMeant(name: string, known: readonly string[]): string | undefined {
  const near = known.map(candidate => ({ candidate, apart: lettersApart(name.toLowerCase(), candidate.toLowerCase()) }))
  const [best] = near.toSorted((one, other) => one.apart - other.apart)
  return best && best.apart <= Math.min(SLIP, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined
}

/** Letters to add, leave out or exchange until one text is the other (Levenshtein). */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let line = 0; line < one.length; line++) {
    const next = [line + 1]
    for (let index = 0; index < other.length; index++) {
      const exchanged = (row[index] ?? 0) + (one[line] === other[index] ? 0 : 1)
      next.push(Math.min(exchanged, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
