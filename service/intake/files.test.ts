import { expect, test } from 'vitest'
import { checkFiles } from './files.ts'
import { aPdf, encoded } from './testing.ts'

const PNG = encoded(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))

const accepted: readonly (readonly [string, string, string])[] = [
  ['foto.png', 'image/png', PNG],
  ['FOTO.JPG', 'image/jpeg', encoded(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))],
  ['foto.webp', 'image/webp', encoded('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ')],
  ['scan.tiff', 'image/tiff', encoded(Uint8Array.from([0x49, 0x49, 42, 0, 8]))],
  ['scan.tif', 'image/tiff', encoded(Uint8Array.from([0x4d, 0x4d, 0, 42, 8]))],
  ['notiz.txt', 'text/plain; charset=utf-8', encoded('Grüße aus Lüderitz\r\n')],
  ['ausweis.pdf', 'application/pdf', encoded('%PDF-1.4\n')],
]

test.each(accepted)('accepts %s as %s', (filename, mediaType, content) => {
  const result = checkFiles([{ filename, mediaType, content }])
  expect(result).toMatchObject({ ok: true, value: [{ filename, mediaType: mediaType.split(';')[0] }] })
})

const forbidden: readonly (readonly [string, string, string, string])[] = [
  ['a ZIP archive called PDF', 'brief.pdf', 'application/pdf', encoded('PK\u0003\u0004rest')],
  ['a program called PDF', 'brief.pdf', 'application/pdf', encoded(Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3]))],
  ['an ELF program called text', 'brief.txt', 'text/plain', encoded('\u007fELF\u0002\u0001')],
  ['an HTML page called text', 'brief.txt', 'text/plain', encoded('<!DOCTYPE html><script>alert(1)</script>')],
  ['a shell script called text', 'brief.txt', 'text/plain', encoded('#!/bin/sh\nrm -rf ~')],
  ['an SVG picture', 'bild.svg', 'image/svg+xml', encoded('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a document with macros', 'brief.docm', 'application/vnd.ms-word.document.macroEnabled.12', encoded('PK\u0003\u0004')],
  ['a picture sent as another type', 'bild.png', 'application/pdf', PNG],
  ['a PNG that says it is a PDF', 'brief.pdf', 'application/pdf', PNG],
  ['a PDF whose name ends as a program', 'brief.pdf.exe', 'application/pdf', aPdf().content],
  ['a PDF whose name is turned round', 'brief\u202efdp.exe', 'application/pdf', aPdf().content],
  ['text that is not UTF-8', 'brief.txt', 'text/plain', encoded(Uint8Array.from([0xc3, 0x28]))],
]

test.each(forbidden)('refuses %s', (_what, filename, mediaType, content) => {
  expect(checkFiles([aPdf(), { filename, mediaType, content }])).toMatchObject({
    ok: false, error: { code: 'intake/attachment-forbidden', facts: { file: 2 } },
  })
})

const broken: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a letter that is not base64', 'JVBERi0x*A=='],
  ['a missing padding', 'JVBERi0xLg'],
  ['line breaks', 'JVBE\r\nRi0x'],
  ['the alphabet for addresses', 'JVBERi0x-_8='],
  ['bits left over', 'JVBERi1='],
]

test.each(broken)('refuses base64 with %s', (_what, content) => {
  expect(checkFiles([aPdf({ content })])).toEqual({
    ok: false, error: { code: 'intake/attachment-broken', facts: { file: 1, filename: 'impfausweis.pdf' } },
  })
})

test('keeps of a name what can be shown without harm', () => {
  const named = (filename: string) => {
    const result = checkFiles([aPdf({ filename })])
    return result.ok ? result.value[0]?.filename : result.error.code
  }
  expect(named('../../etc/ausweis.pdf')).toBe('ausweis.pdf')
  expect(named('C:\\Users\\ina\\ausweis.pdf')).toBe('ausweis.pdf')
  expect(named('aus\u0000we\u202eis<b>.pdf')).toBe('ausweisb.pdf')
})
