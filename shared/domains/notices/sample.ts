import { derivedUuid } from '../../ids.ts'
import { addressLines } from './notice-letter-values.ts'
import type { Notice } from './tables.ts'

/** Why a notice is among those to be looked at. */
export const SAMPLE_REASONS = ['dearest', 'cheapest', 'longest-address', 'most-parcels', 'chance'] as const
export type SampleReason = (typeof SAMPLE_REASONS)[number]

export interface SampledNotice {
  readonly notice: Notice
  readonly reasons: readonly SampleReason[]
}

/** So many are drawn by chance besides the extremes. */
const BY_CHANCE = 5

/**
 * Notices to be looked at before a run leaves: where mistakes show first (the largest and smallest sum, the longest address, the
 * most parcels) and some by chance, in the order of their numbers. The same `seed` draws the same ones; those left out are none.
 */
export function sampleOf(notices: readonly Notice[], seed: number): readonly SampledNotice[] {
  const going = notices.filter(({ leftOut }) => leftOut === null).toSorted((one, other) => one.number - other.number)
  const found = new Map<Notice, SampleReason[]>()
  const take = (notice: Notice | undefined, reason: SampleReason): void => {
    if (notice) found.set(notice, [...(found.get(notice) ?? []), reason])
  }
  take(most(going, ({ content }) => content.totalCents), 'dearest')
  take(most(going, ({ content }) => -content.totalCents), 'cheapest')
  take(most(going, ({ content }) => addressSize(content.recipient)), 'longest-address')
  take(most(going, ({ content }) => content.parcels.length), 'most-parcels')
  for (const notice of drawn(going.filter(one => !found.has(one)), seed)) take(notice, 'chance')
  return [...found].map(([notice, reasons]) => ({ notice, reasons })).toSorted((one, other) => one.notice.number - other.notice.number)
}

/** The first of those with the largest value. */
const most = (notices: readonly Notice[], value: (notice: Notice) => number): Notice | undefined =>
  notices.reduce<Notice | undefined>((best, notice) => (best === undefined || value(notice) > value(best) ? notice : best), undefined)

/** More lines count before more signs. */
const addressSize = (recipient: Notice['content']['recipient']): number => addressLines(recipient).reduce((size, line) => size + 1_000 + line.length, 0)

/** Some of them, as the seed has it. */
function drawn(notices: readonly Notice[], seed: number): readonly Notice[] {
  const lots = new Map(notices.map(notice => [notice, derivedUuid(`notices/sample/${seed}`, notice.id)]))
  return notices.toSorted((one, other) => ((lots.get(one) ?? '') < (lots.get(other) ?? '') ? -1 : 1)).slice(0, BY_CHANCE)
}
