import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, rgb } from 'pdf-lib'
import { createServer } from 'vite'
import { expect, test } from 'vitest'
import { ROOT } from '../../build/paths.ts'
import type { PageArea } from '../../shared/domains/applications/tables.ts'
import { launchBrowser } from '../support/browser.ts'
import { sharedInFile } from '../support/scene.ts'

/** The real parts that make and check a redacted file, alone in a browser: the screens never let a bad one be made. */
const FILES = '/renderer/domains/applications/case/files'
const HTML = `<!doctype html><title>redaction</title><script type="module">
import { burn } from '${FILES}/burn.ts'
import { isBurnt } from '${FILES}/check-burnt.ts'
import { openPdf } from '${FILES}/pdf-source.ts'
window.passes = (content, pageCount, areas) => isBurnt(new Uint8Array(content), pageCount, areas, 0)
window.burnt = async (content, areas) => {
  const { source } = await openPdf(new Uint8Array(content))
  const made = await burn(source, { areas, rotation: 0 })
  source.close()
  return [...made]
}
</script>`

const here = sharedInFile(async endLater => {
  const folder = await mkdtemp(join(tmpdir(), 'redaction-'))
  await endLater(Promise.resolve({ close: () => rm(folder, { recursive: true }) }))
  const server = await endLater(createServer({
    root: ROOT, configFile: false, appType: 'custom', logLevel: 'error', cacheDir: folder,
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: ['pdf-lib'] },
  }))
  await server.listen()
  const browser = await endLater(launchBrowser())
  const page = await browser.newPage()
  const url = new URL('redaction', server.resolvedUrls?.local[0]).href
  await page.route(url, route => route.fulfill({ contentType: 'text/html', body: HTML }))
  await page.goto(url)
  await page.waitForFunction(() => 'passes' in window)
  return { page }
})

const AREA: PageArea = { page: 1, left: 0.1, top: 0.1, width: 0.6, height: 0.1 }

/** Pages, one of them with a name on it (0: none), and, as some programs redact, a black box drawn over the place. */
async function covered({ textOn, hasBox, pages = 1 }: { readonly textOn: number; readonly hasBox: boolean; readonly pages?: number }): Promise<number[]> {
  const pdf = await PDFDocument.create()
  for (let number = 1; number <= pages; number++) {
    const sheet = pdf.addPage([400, 600])
    if (textOn === number) sheet.drawText('Gerda Geheimnis', { x: 60, y: 505, size: 20 })
    // The area, measured from below, and a little more on each side.
    if (hasBox) sheet.drawRectangle({ x: 38, y: 478, width: 244, height: 64, color: rgb(0, 0, 0) })
  }
  return [...(await pdf.save())]
}

const passes = (content: readonly number[], pageCount = 1): Promise<boolean> =>
  here.page.evaluate(([bytes, count, areas]) => (window as unknown as { passes: (...all: unknown[]) => Promise<boolean> }).passes(bytes, count, areas), [content, pageCount, [AREA]] as const)

const burnt = (content: readonly number[]): Promise<number[]> =>
  here.page.evaluate(([bytes, areas]) => (window as unknown as { burnt: (...all: unknown[]) => Promise<number[]> }).burnt(bytes, areas), [content, [AREA]] as const)

test('what was burnt passes', async () => {
  const original = await covered({ textOn: 1, hasBox: false })
  expect(await passes(original)).toBe(false)
  expect(await passes(await burnt(original))).toBe(true)
})

test('a black box over words that can still be selected is no redaction', async () => {
  expect(await passes(await covered({ textOn: 1, hasBox: true }))).toBe(false)
  expect(await passes(await covered({ textOn: 0, hasBox: true })), 'the words alone make the difference').toBe(true)
})

test.each([
  ['a box that is not black', { textOn: 0, hasBox: false }, 1],
  ['another number of pages', { textOn: 0, hasBox: true, pages: 2 }, 1],
  ['words on a page without a box', { textOn: 2, hasBox: true, pages: 2 }, 2],
])('%s is refused', async (_, drawn, pageCount) => {
  expect(await passes(await covered(drawn), pageCount)).toBe(false)
})

test('what cannot be opened is refused', async () => {
  expect(await passes([...Buffer.from('%PDF-1.7 broken')])).toBe(false)
})
