/** What cards and their photos measure, and since when this holds; a later rule is a further entry. */
interface CardGeometry {
  /** First day on which cards are made like this. */
  readonly from: string
  /** ISO/IEC 7810, ID-1. */
  readonly widthMm: number
  readonly heightMm: number
  /** What a printer of cards wants beyond the edge where colour runs to it. */
  readonly bleedMm: number
  /** A passport photo is 35 by 45 mm; on the card the same shape is smaller. */
  readonly photo: { readonly width: number; readonly height: number; readonly maxBytes: number }
}

const GEOMETRIES: readonly [CardGeometry, ...CardGeometry[]] = [
  // 350 by 450 pixels are 360 to the inch on the card, more than card printers show.
  { from: '2026-01-01', widthMm: 85.6, heightMm: 53.98, bleedMm: 3, photo: { width: 350, height: 450, maxBytes: 60_000 } },
]

/** How cards are made on a day. */
export const geometryOn = (day: string): CardGeometry => GEOMETRIES.findLast(({ from }) => from <= day) ?? GEOMETRIES[0]
