import type { Box, WindowText } from '../letters/sheet.ts'

/** Where a print centre writes itself, reads the address, and wants nothing to stand; millimetres from the upper left of the sheet. */
export interface PostZones {
  /** The first day on which letters are handed over by these zones. */
  readonly from: string
  readonly template: string
  /** Exactly so large is every page, in points. */
  readonly page: { readonly width: number; readonly height: number }
  readonly returnLine: Box
  readonly franking: Box
  readonly recipient: Box
  /** On every page nothing stands left of this, the margin of safety included. */
  readonly unprintable: number
  readonly mostRecipientLines: number
  readonly mostPages: number
  readonly mostSheets: number
  readonly mostBytes: number
  /** Where the two texts of the window begin, within their zones. */
  readonly texts: { readonly returnLine: WindowText; readonly recipient: WindowText }
}

/** The zones by their days, the newest last. */
export const POST_ZONES: readonly PostZones[] = [
  {
    from: '2020-01-01',
    template: 'E-POST Briefschablone V3',
    page: { width: 595.276, height: 841.89 },
    returnLine: { x: 23, y: 45, width: 85, height: 5.5 },
    franking: { x: 23, y: 52, width: 85, height: 16 },
    recipient: { x: 23, y: 69, width: 85, height: 21 },
    unprintable: 14,
    mostRecipientLines: 6,
    mostPages: 188,
    mostSheets: 94,
    mostBytes: 20_000_000,
    texts: {
      returnLine: { x: 25, y: 46, width: 82, size: 8 },
      recipient: { x: 25, y: 69.05, width: 82, size: 9 },
    },
  },
]

/** The zones that hold on a day, `2026-11-22`; throws before the first of them. */
export function zonesOn(day: string): PostZones {
  const zones = POST_ZONES.findLast(({ from }) => from <= day)
  if (!zones) throw new Error('there are no zones for this day')
  return zones
}
