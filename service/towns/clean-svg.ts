import { SaxesParser } from 'saxes'

const ELEMENTS: ReadonlySet<string> = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'title', 'desc'])
const PAINT = ['fill', 'fill-rule', 'fill-opacity', 'clip-rule', 'clip-path', 'mask', 'opacity', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-opacity', 'stop-color', 'stop-opacity']
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...PAINT, 'id', 'd', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'ry', 'x1', 'x2', 'y1', 'y2', 'fx', 'fy', 'points', 'transform', 'viewBox', 'preserveAspectRatio', 'offset',
  'gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits', 'maskUnits',
])
/** Paints with something of the same drawing, and with nothing from elsewhere. */
const OWN_REFERENCE = /^url\(#[\w.-]{1,80}\)$/
const FORBIDDEN_VALUE = /url\(|javascript:|expression|[<>&\\]/i
/** Colours by a style sheet and shapes from elsewhere in the drawing: without them it would be shown in black, or in part. */
const DRAWN_OTHERWISE: ReadonlySet<string> = new Set(['style', 'use'])
const MOST_ELEMENTS = 5_000

/**
 * A drawing with shapes and colours and nothing else: no script, no style sheet, no link, no picture, no text from elsewhere. Null for
 * what is no drawing, cannot be read safely, or would lose its colours or shapes: saved with "presentation attributes" it keeps them.
 */
export function cleanSvg(text: string): string | null {
  // Entities can grow without end, and there is nothing in a crest that would need one.
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return null
  const out: string[] = []
  let skipped = 0
  let elements = 0
  let hasSize = false
  let isDrawnOtherwise = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    isDrawnOtherwise ||= DRAWN_OTHERWISE.has(name.replace(/^.*:/, '')) || attributes['class'] !== undefined
    if (skipped > 0 || !ELEMENTS.has(name) || (elements === 0) !== (name === 'svg')) {
      skipped++
      return
    }
    if (elements++ === 0) hasSize = attributes['viewBox'] !== undefined || (attributes['width'] !== undefined && attributes['height'] !== undefined)
    out.push(`<${name}${name === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : ''}${attributesOf(attributes)}>`)
  })
  parser.on('closetag', ({ name }) => {
    if (skipped > 0) skipped--
    else out.push(`</${name}>`)
  })
  parser.on('text', words => {
    if (skipped === 0 && words.trim() !== '') out.push(escaped(words))
  })
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  return !isDrawnOtherwise && hasSize && elements > 1 && elements <= MOST_ELEMENTS ? out.join('') : null
}

function attributesOf(given: Readonly<Record<string, string>>): string {
  const styled = (given['style'] ?? '').split(';').map(part => part.split(':').map(word => word.trim())).filter(([name = '']) => PAINT.includes(name))
  const all = new Map([...Object.entries(given), ...styled.map(([name = '', value = '']) => [name, value] as const)])
  return [...all].filter(([name, value]) => ATTRIBUTES.has(name) && (OWN_REFERENCE.test(value) || !FORBIDDEN_VALUE.test(value))).map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
