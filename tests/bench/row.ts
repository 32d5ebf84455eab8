/** One line of `bench.json`. `ratio` is ours ÷ reference, smaller is better; it holds when it is at most `goal`. */
export interface BenchRow {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly reference: number
  readonly ratio: number
  readonly goal: number
}

/** A measurement that runs for itself: what it needs, it makes, and removes again. */
export interface Bench {
  readonly name: string
  /** The names of the rows it gives, by which `--only` chooses. */
  readonly rows: readonly string[]
  run(): Promise<readonly BenchRow[]>
}

const rounded = (value: number): number => Number(value.toPrecision(4))

export const benchRow = (name: string, unit: string, ours: number, reference: number, goal: number): BenchRow => ({
  name, unit, ours: rounded(ours), reference: rounded(reference), ratio: rounded(ours / reference), goal,
})

/** The value that the given share of measurements does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
