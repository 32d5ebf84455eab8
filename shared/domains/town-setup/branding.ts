import * as z from 'zod'

/** The colour of a town, `#0b4f8a`. */
export const TownColour = z.string().regex(/^#[0-9a-f]{6}$/)

/** What WCAG 2.2 asks of text beside its ground (1.4.3). */
const READABLE = 4.5
const PAPER = '#ffffff'
const NIGHT = '#14181d'

/** How far two colours are apart, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((first, second) => second - first)
  return (light + 0.05) / (dark + 0.05)
}

/** Whether words in this colour are readable on white, and white ones on it. */
export const isReadable = (colour: string): boolean => contrastOf(colour, PAPER) >= READABLE

/** The same colour as light as it has to be to be read at night. */
export function atNight(colour: string): string {
  for (let white = 0; white <= 10; white++) {
    const lighter = mixed(colour, PAPER, white / 10)
    if (contrastOf(lighter, NIGHT) >= READABLE) return lighter
  }
  return PAPER
}

const partsOf = (colour: string): readonly number[] => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))

/** As WCAG 2.2 defines it for sRGB. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map(part => part / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const mixed = (one: string, other: string, share: number): string => {
  const more = partsOf(other)
  return `#${partsOf(one).map((part, index) => Math.round(part + ((more[index] ?? part) - part) * share).toString(16).padStart(2, '0')).join('')}`
}
