import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod'

const Length = z.int().min(-100_000).max(100_000)

/** How the window stood when it was last used. */
export const WindowPlace = z.object({
  x: Length,
  y: Length,
  width: Length,
  height: Length,
  isMaximized: z.boolean(),
  zoomLevel: z.number().min(-5).max(5),
})
export type WindowPlace = Readonly<z.infer<typeof WindowPlace>>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const SMALLEST = { width: 900, height: 600 } as const
const USUAL = { width: 1440, height: 900 } as const
/** So much of the title bar must be on a display for a person to take hold of it. */
const VISIBLE_WIDTH = 200
const VISIBLE_HEIGHT = 80

/** Size and, where that is on a display that is still there, position; without a position the system chooses one. */
export function placeWindow(saved: WindowPlace | undefined, displays: readonly Area[]): Partial<Area> & { readonly width: number; readonly height: number } {
  if (!saved) return USUAL
  const size = { width: Math.max(saved.width, SMALLEST.width), height: Math.max(saved.height, SMALLEST.height) }
  const place = { x: saved.x, y: saved.y, ...size }
  return displays.some(display => isReachable(place, display)) ? place : size
}

function isReachable(window: Area, display: Area): boolean {
  const width = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  const isTitleBarInside = window.y >= display.y && window.y <= display.y + display.height - VISIBLE_HEIGHT
  return width >= VISIBLE_WIDTH && isTitleBarInside
}

/** What was saved; undefined where nothing was, or nothing that can be read. */
export function readPlace(file: string): WindowPlace | undefined {
  try {
    return WindowPlace.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** A window that cannot be remembered is no reason to bother anybody: the next start takes the usual place. */
export function writePlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(place), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    // The disk is full or the profile is gone; both are told elsewhere.
  }
}
