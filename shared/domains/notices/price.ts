/** What sending letters costs from a day on. Amounts in cents without tax. */
export interface PostPrices {
  /** The first day on which letters are handed over at these prices. */
  readonly from: string
  readonly source: string
  /** A letter of one sheet. */
  readonly letter: Readonly<Record<Ink, Readonly<Record<Sides, number>>>>
  /** Each sheet after the first. */
  readonly furtherSheet: Readonly<Record<Ink, number>>
  /** From so many letters handed over together, each costs so much less; the step with the most letters first. */
  readonly steps: readonly { readonly letters: number; readonly lessCents: number }[]
}

type Ink = 'black' | 'color'
type Sides = 'simplex' | 'duplex'

/** Price lists by their days, the newest last. */
export const POST_PRICES: readonly PostPrices[] = [
  {
    from: '2025-01-01',
    source: 'Preise 2025 des Anbieters (Grundpreise)',
    letter: { black: { simplex: 80, duplex: 81 }, color: { simplex: 83, duplex: 90 } },
    furtherSheet: { black: 4, color: 14 },
    steps: [{ letters: 250, lessCents: 7 }],
  },
]

/** The prices that hold on a day, `2026-11-22`; undefined where none are known yet. */
export const pricesOn = (day: string, lists: readonly PostPrices[] = POST_PRICES): PostPrices | undefined => lists.findLast(({ from }) => from <= day)

export interface Postage {
  /** Of each letter. */
  readonly pages: readonly number[]
  readonly isColor: boolean
  readonly isDuplex: boolean
}

/** What a letter of so many pages takes, in sheets. */
export const sheetsOf = (pages: number, isDuplex: boolean): number => (isDuplex ? Math.ceil(pages / 2) : pages)

/** What sending letters together costs, in cents, and how many sheets they take. */
export function postageOf({ pages, isColor, isDuplex }: Postage, prices: PostPrices): { readonly cents: number; readonly sheets: number } {
  const ink: Ink = isColor ? 'color' : 'black'
  const less = prices.steps.find(({ letters }) => pages.length >= letters)?.lessCents ?? 0
  const first = prices.letter[ink][isDuplex ? 'duplex' : 'simplex'] - less
  const sheets = pages.reduce((sum, count) => sum + sheetsOf(count, isDuplex), 0)
  return { cents: pages.length * first + (sheets - pages.length) * prices.furtherSheet[ink], sheets }
}
