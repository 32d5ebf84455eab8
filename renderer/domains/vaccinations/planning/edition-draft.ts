import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { Schedule } from '../../../../shared/domains/vaccinations/schedule.ts'
import type { Span } from '../../../../shared/domains/vaccinations/span.ts'
import { parseDay } from '../../../ui/format.ts'
import { plainId } from '../../../ui/editing/plain-id.ts'
import { parseSpan } from './span-words.ts'

/** Lengths of time of one dose of the primary series, in the order of the columns. */
export const PRIMARY_SPANS = ['leastAge', 'ageFrom', 'ageBelow', 'leastInterval', 'intervalFrom', 'intervalTo'] as const
/** Those of a booster. */
export const BOOSTER_SPANS = ['agesFrom', 'agesBelow', 'recommendedFromAge', 'leastInterval', 'intervalFrom', 'intervalTo'] as const
/** Those of the whole schedule. */
export const OWN_SPANS = ['agesFrom', 'agesBelow', 'startFrom', 'startBelow', 'leastBeforeLast', 'leastAfterUncounted'] as const

type Written<Key extends string> = Readonly<Record<Key, string>>
export type PrimaryDraft = Written<(typeof PRIMARY_SPANS)[number]>
export type BoosterDraft = Written<(typeof BOOSTER_SPANS)[number] | 'number'> & { readonly isRepeated: boolean }

/** A schedule as somebody writes it down: days and lengths of time as texts. */
export interface EditionDraft extends Written<'validFrom' | 'validTo' | 'source' | 'sourceEdition' | 'url' | 'graceDays' | 'seasonFrom' | 'seasonTo' | 'vaccines' | (typeof OWN_SPANS)[number]> {
  readonly isLive: boolean
  readonly countsOthers: boolean
  readonly primary: readonly PrimaryDraft[]
  readonly boosters: readonly BoosterDraft[]
}

export const EMPTY_STEP: PrimaryDraft = { leastAge: '', ageFrom: '', ageBelow: '', leastInterval: '', intervalFrom: '', intervalTo: '' }
export const EMPTY_BOOSTER: BoosterDraft = { number: '1', isRepeated: false, agesFrom: '', agesBelow: '', recommendedFromAge: '', leastInterval: '', intervalFrom: '', intervalTo: '' }
export const EMPTY_EDITION: EditionDraft = {
  validFrom: '', validTo: '', source: '', sourceEdition: '', url: '', graceDays: '0', seasonFrom: '', seasonTo: '', vaccines: '', agesFrom: '', agesBelow: '', startFrom: '', startBelow: '', leastBeforeLast: '',
  leastAfterUncounted: '', isLive: false, countsOthers: true, primary: [EMPTY_STEP], boosters: [],
}

export interface Writing {
  readonly span: (span: Span) => string
  readonly day: (day: string) => string
}

const monthDayWords = (day: string): string => `${day.slice(3)}.${day.slice(0, 2)}.`

/** What the next edition begins with: all but its first day. It ends where this one does, so that one that is to come holds alone. */
export const nextDraftOf = (schedule: Schedule, write: Writing): EditionDraft => ({ ...editionDraftOf(schedule, write), validFrom: '' })

/** A schedule as one would have written it down. */
export function editionDraftOf(schedule: Schedule, write: Writing): EditionDraft {
  const say = (span: Span | null | undefined): string => (span ? write.span(span) : '')
  const { source, ages, startAges, vaccines, season, leastBeforeLast, leastAfterUncounted, graceDays, isLive, countsOthers, primary, boosters, validFrom, validTo } = schedule
  return {
    validFrom: write.day(validFrom), validTo: validTo === null ? '' : write.day(validTo), source: source.title, sourceEdition: source.edition, url: source.url ?? '', graceDays: String(graceDays), isLive, countsOthers,
    seasonFrom: season ? monthDayWords(season.from) : '', seasonTo: season ? monthDayWords(season.to) : '', vaccines: vaccines?.join(', ') ?? '', agesFrom: say(ages?.from), agesBelow: say(ages?.below),
    startFrom: say(startAges?.from), startBelow: say(startAges?.below), leastBeforeLast: say(leastBeforeLast), leastAfterUncounted: say(leastAfterUncounted),
    primary: primary.map(step => ({
      leastAge: say(step.leastAge), ageFrom: say(step.recommendedAge?.from), ageBelow: say(step.recommendedAge?.below), leastInterval: say(step.leastInterval),
      intervalFrom: say(step.recommendedInterval?.from), intervalTo: say(step.recommendedInterval?.to),
    })),
    boosters: boosters.map(one => ({
      number: String(one.number), isRepeated: one.isRepeated, agesFrom: say(one.ages?.from), agesBelow: say(one.ages?.below), recommendedFromAge: say(one.recommendedFromAge), leastInterval: say(one.leastInterval),
      intervalFrom: say(one.recommendedInterval?.from), intervalTo: say(one.recommendedInterval?.to),
    })),
  }
}

export type EditionProblem = 'no-day' | 'order' | 'missing' | 'no-span' | 'no-from' | 'no-season' | 'url' | 'number'

export interface ReadEdition {
  readonly schedule: Schedule | undefined
  /** By the path of the field: `primary.1.leastInterval`. */
  readonly problems: ReadonlyMap<string, EditionProblem>
}

/** What the fields say, and what of it cannot be. A new edition's id is made when it takes its place among the others. */
export function readEdition(draft: EditionDraft, disease: Disease): ReadEdition {
  const problems = new Map<string, EditionProblem>()
  const span = (path: string, text: string): Span | null => {
    const read = text.trim() === '' ? null : parseSpan(text)
    if (read === undefined) problems.set(path, 'no-span')
    return read ?? null
  }
  const range = (path: string, from: readonly [string, string], below: readonly [string, string]) => {
    const read = { from: span(`${path}${from[0]}`, from[1]), below: span(`${path}${below[0]}`, below[1]) }
    return read.from || read.below ? read : null
  }
  const interval = (path: string, { intervalFrom, intervalTo }: Pick<PrimaryDraft, 'intervalFrom' | 'intervalTo'>) => {
    const read = { from: span(`${path}intervalFrom`, intervalFrom), to: span(`${path}intervalTo`, intervalTo) }
    if (!read.from && read.to) problems.set(`${path}intervalFrom`, 'no-from')
    return read.from ? read : null
  }
  const primary = draft.primary.map((step, index) => {
    const path = `primary.${index}.`
    return { leastAge: span(`${path}leastAge`, step.leastAge), recommendedAge: range(path, ['ageFrom', step.ageFrom], ['ageBelow', step.ageBelow]), leastInterval: span(`${path}leastInterval`, step.leastInterval), recommendedInterval: interval(path, step) }
  })
  const boosters = draft.boosters.map((one, index) => {
    const path = `boosters.${index}.`
    if (one.leastInterval.trim() === '') problems.set(`${path}leastInterval`, 'missing')
    if (!/^[1-9]\d?$/.test(one.number.trim())) problems.set(`${path}number`, 'number')
    return {
      number: Number(one.number), isRepeated: one.isRepeated, ages: range(path, ['agesFrom', one.agesFrom], ['agesBelow', one.agesBelow]), leastInterval: span(`${path}leastInterval`, one.leastInterval),
      recommendedInterval: interval(path, one), recommendedFromAge: span(`${path}recommendedFromAge`, one.recommendedFromAge),
    }
  })
  const own = {
    ages: range('', ['agesFrom', draft.agesFrom], ['agesBelow', draft.agesBelow]), startAges: range('', ['startFrom', draft.startFrom], ['startBelow', draft.startBelow]),
    leastBeforeLast: span('leastBeforeLast', draft.leastBeforeLast), leastAfterUncounted: span('leastAfterUncounted', draft.leastAfterUncounted),
  }
  const { data } = Schedule.safeParse({ ...own, ...readValidity(draft, problems), id: plainId(disease.name, [], 'schedule'), disease, isLive: draft.isLive, countsOthers: draft.countsOthers, vaccines: codesIn(draft.vaccines), season: readSeason(draft, problems), primary, boosters })
  return { problems, schedule: problems.size === 0 ? data : undefined }
}

const codesIn = (text: string): readonly string[] | null => {
  const codes = text.split(/[\s,;]+/).filter(Boolean)
  return codes.length > 0 ? codes : null
}

/** From when to when, by what source, and how exactly; the same for all rules. */
export function readValidity({ validFrom, validTo, source, sourceEdition, url, graceDays }: Pick<EditionDraft, 'validFrom' | 'validTo' | 'source' | 'sourceEdition' | 'url' | 'graceDays'>, problems: Map<string, EditionProblem>) {
  const [from, to] = [parseDay(validFrom), validTo.trim() === '' ? null : parseDay(validTo)]
  if (from === undefined) problems.set('validFrom', validFrom.trim() === '' ? 'missing' : 'no-day')
  if (to === undefined) problems.set('validTo', 'no-day')
  if (from && to && to < from) problems.set('validTo', 'order')
  if (source.trim() === '') problems.set('source', 'missing')
  if (url.trim() !== '' && !URL.canParse(url.trim())) problems.set('url', 'url')
  if (!/^(?:\d|1[0-4])$/.test(graceDays.trim())) problems.set('graceDays', 'number')
  return { validFrom: from, validTo: to, graceDays: Number(graceDays), source: { title: source.trim(), edition: sourceEdition.trim(), url: url.trim() || null } }
}

/** `1.10.` */
function monthDay(text: string): string | undefined {
  const [, day, month] = /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.?$/.exec(text.trim()) ?? []
  return day && month && parseDay(`${day}.${month}.2027`) ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}

function readSeason({ seasonFrom, seasonTo }: Pick<EditionDraft, 'seasonFrom' | 'seasonTo'>, problems: Map<string, EditionProblem>) {
  if (seasonFrom.trim() === '' && seasonTo.trim() === '') return null
  const [from, to] = [monthDay(seasonFrom), monthDay(seasonTo)]
  if (!from) problems.set('seasonFrom', 'no-season')
  if (!to) problems.set('seasonTo', 'no-season')
  return { from, to }
}
