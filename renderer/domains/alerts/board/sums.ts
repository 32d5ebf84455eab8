import type { WayProgress } from '../../../../shared/wire/alerts.ts'

export interface Sums {
  readonly handed: number
  readonly failed: number
  readonly all: number
}

/** Over all ways; a way that is published reaches whoever looks and counts nobody. */
export const sumsOf = (ways: readonly WayProgress[]): Sums =>
  ways.reduce((sums, { waiting, handed, failed }) => ({ handed: sums.handed + handed, failed: sums.failed + failed, all: sums.all + waiting + handed + failed }), { handed: 0, failed: 0, all: 0 })

/** In quarters, for those who listen: each single one would be too much. */
export const quartersOf = ({ handed, all }: Sums): number => (all === 0 ? 0 : Math.floor((handed / all) * 4) * 25)
