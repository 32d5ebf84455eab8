import { encode } from 'uqr'

/** A code as an SVG that is as large as its modules; neighbours are one bar, because a session prints hundreds of codes. */
export function codePicture(content: string): string {
  // Fifteen percent of it may be creased or smeared; more would make the modules too small.
  const { data, size } = encode(content, { border: 0, ecc: 'M' })
  const bars = data.flatMap((row, y) => [...row.map(Number).join('').matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index},${y}h${length}v1h-${length}z`))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${bars.join('')}"/></svg>`
}
