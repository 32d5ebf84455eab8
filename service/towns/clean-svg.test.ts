import { deflateSync, crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { cleanPng } from './clean-png.ts'
import { cleanSvg } from './clean-svg.ts'

const svg = (inner: string, more = ''): string => `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${more}>${inner}</svg>`
const RECT = '<rect width="10" height="10" fill="#a4121f"></rect>'

test('shapes, colours and gradients stay; what Inkscape writes as style becomes attributes', () => {
  expect(cleanSvg(svg('<defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff;-inkscape-font:x"/></linearGradient></defs><path d="M0 0h9" style="fill:url(#a); stroke : red"/><title>Wappen</title>')))
    .toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs><path d="M0 0h9" fill="url(#a)" stroke="red"></path><title>Wappen</title></svg>')
})

test.each([
  ['a script', '<script>alert(1)</script>'], ['a handler', '<rect width="10" height="10" fill="#a4121f" onload="alert(1)"/>'], ['a link', '<a href="javascript:alert(1)"><rect/></a>'],
  ['foreign words', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>1</script></body></foreignObject>'], ['a picture from elsewhere', '<image href="https://evil.example/x.png"/>'],
  ['a paint from elsewhere', '<rect width="10" height="10" fill="#a4121f" stroke="url(https://evil.example#a)"/>'],
  ['a paint from elsewhere in a style', '<rect width="10" height="10" fill="#a4121f" style="stroke:url(//evil.example#a)"/>'], ['motion', '<set attributeName="href" to="javascript:1"/>'], ['an SVG in it', '<svg onload="x"><rect/></svg>'],
])('%s goes', (_, inner) => {
  const cleaned = cleanSvg(svg(inner + RECT))
  expect(cleaned).toContain(RECT)
  expect(cleaned).not.toMatch(/evil|script|onload|alert|style|href|import/)
})

test.each([
  ['an entity', svg(RECT).replace('<svg', '<!DOCTYPE svg [<!ENTITY a "b">]><svg')], ['no XML', '<svg><rect'], ['another kind of document', '<html><rect/></html>'], ['nothing to see', svg('')],
  ['no size', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'], ['words', 'Wappen'], ['too much', svg(RECT.repeat(5_001))],
  ['colours by a style sheet', svg(`<defs><style>.a{fill:red}@import url(https://evil.example)</style></defs>${RECT}`)], ['colours by a class', svg(`<path class="a" d="M0 0h9"/>${RECT}`)], ['shapes drawn by reference', svg(`<use href="#a"/>${RECT}`)],
])('%s is no crest', (_, text) => {
  expect(cleanSvg(text)).toBeNull()
})

function piece(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
function png(side: number, ...more: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side)
  head.writeUInt32BE(side, 4)
  head.set([8, 2], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), piece('IHDR', head), ...more, piece('IDAT', deflateSync(Buffer.alloc(side * (side * 3 + 1)))), piece('IEND', Buffer.alloc(0))])
}

test('a picture loses what is told about it and nothing else', () => {
  expect(Buffer.from(cleanPng(png(4, piece('tEXt', Buffer.from('Author\0Erika Muster')), piece('eXIf', Buffer.alloc(8)))) ?? [])).toEqual(png(4))
})

test('a picture that is too large, cut off or none is no crest', () => {
  expect([cleanPng(png(2_001)), cleanPng(png(4).subarray(0, -6)), cleanPng(Buffer.from('x'))]).toEqual([null, null, null])
})
