import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { SpacingRule, type DoseGroup } from '../../../../shared/domains/vaccinations/schedule.ts'
import { readValidity, type EditionDraft, type EditionProblem, type Writing } from './edition-draft.ts'
import { parseSpan } from './span-words.ts'

/** A rule about distances as somebody writes it down; a group is all live vaccines, or diseases by their codes. */
export interface SpacingDraft extends Pick<EditionDraft, 'validFrom' | 'validTo' | 'source' | 'sourceEdition' | 'url' | 'graceDays'> {
  readonly one: readonly string[]
  readonly other: readonly string[]
  readonly least: string
}

/** Stands for all live vaccines among the codes of diseases. */
export const LIVE = 'live'

export const EMPTY_SPACING: SpacingDraft = { one: [LIVE], other: [LIVE], least: '', validFrom: '', validTo: '', source: '', sourceEdition: '', url: '', graceDays: '0' }

const codesOf = (group: DoseGroup): readonly string[] => (group.kind === 'live' ? [LIVE] : group.codes)
const groupOf = (codes: readonly string[]) => (codes.includes(LIVE) ? { kind: 'live' } : { kind: 'diseases', codes })

/** What the next edition begins with: all but its first day; it ends where this one does. */
export const spacingDraftOf = ({ between, least, source, graceDays, validTo }: SpacingRule, write: Writing): SpacingDraft =>
  ({ one: codesOf(between[0]), other: codesOf(between[1]), least: write.span(least), validFrom: '', validTo: validTo === null ? '' : write.day(validTo), source: source.title, sourceEdition: source.edition, url: source.url ?? '', graceDays: String(graceDays) })

/** What the fields say, and what of it cannot be. */
export function readSpacing(draft: SpacingDraft): { readonly rule: SpacingRule | undefined; readonly problems: ReadonlyMap<string, EditionProblem> } {
  const problems = new Map<string, EditionProblem>()
  const least = parseSpan(draft.least)
  if (!least) problems.set('least', draft.least.trim() === '' ? 'missing' : 'no-span')
  for (const side of ['one', 'other'] as const) if (draft[side].length === 0) problems.set(side, 'missing')
  const { data } = SpacingRule.safeParse({ ...readValidity(draft, problems), id: 'spacing', between: [groupOf(draft.one), groupOf(draft.other)], least })
  return { problems, rule: problems.size === 0 ? data : undefined }
}

/** `Masern, Mumps`, or the word for all live vaccines. */
export const groupWords = (group: DoseGroup, diseases: readonly Disease[], live: string): string =>
  (group.kind === 'live' ? live : group.codes.map(code => diseases.find(disease => disease.code === code)?.name ?? code).join(', '))
