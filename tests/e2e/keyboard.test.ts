import { expect, test } from 'vitest'
import type { Page } from 'playwright'
import { de } from '../../renderer/texts/de.ts'
import { en } from '../../renderer/texts/en.ts'
import { DEMO_PASSWORD } from '../../service/demo/staff.ts'
import { accessibilityFindings, newPage, openPage, showCase, signIn } from '../support/browser.ts'
import type { Submitted } from '../support/citizen.ts'
import { townScene } from '../support/scene.ts'
import { workplaceOn } from '../support/workplace.ts'

const here = townScene()

test('from sign-in to a proposal without a mouse, the focus always in sight', { timeout: 180_000 }, async () => {
  const { applicationId } = await here.citizens.registerDog({ lastName: 'Tastenreich' })
  const desk = await here.town.openDesk('keyboard')
  const { page, problems } = await openPage(here.browser, desk.url)
  const { decision, history } = workplaceOn(page, problems)
  await page.getByRole('button', { name: 'Anmelden' }).waitFor()
  await expectFocusOn(page, 'Anmelden')
  await page.keyboard.press('Enter')
  await page.locator('[name="login"]:focus').waitFor()
  await page.keyboard.type('katrin.sommer')
  await press(page, 'Tab')
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('row').filter({ hasText: 'Tastenreich' }).waitFor()

  await expectEveryRegionByF6(page)
  await press(page, 'Alt+s')
  await page.keyboard.type('Tastenreich')
  await page.getByText('1 Vorgang', { exact: true }).waitFor()
  await press(page, 'Enter')
  await page.locator('.ag-cell-focus').waitFor()
  await page.keyboard.press('Enter')
  await decision.waitFor()
  expect(page.url()).toContain(applicationId)
  await page.keyboard.press('Alt+Enter')
  await decision.getByText('Sie bearbeiten diesen Vorgang.').waitFor()

  await focusRegion(page, 'Entscheidung')
  await press(page, 'Tab')
  await page.keyboard.press('Space')
  await decision.getByRole('button', { name: 'Bewilligung vorschlagen' }).waitFor()
  await press(page, 'Tab')
  await page.keyboard.type('Ohne Maus geprüft.')
  await page.keyboard.press('Control+Enter')
  await decision.getByText('Ohne Maus geprüft.').waitFor()
  await history.getByText('Katrin Sommer hat eine Entscheidung vorgeschlagen').waitFor()

  await expectWholeRoundInSight(page)
  const palette = page.getByRole('dialog').getByRole('searchbox').and(page.locator(':focus'))
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.type('Meine')
  await page.getByRole('menuitem', { name: 'Meine' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Meine' }).waitFor()
  await page.keyboard.press('Control+k')
  await palette.waitFor()
  await page.keyboard.type('Tastenreich')
  await page.getByRole('menuitem', { name: /Tastenreich/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await decision.waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1, name: 'Alle' }).waitFor()
  expect(problems).toEqual([])
  await page.context().close()
})

test('keys are changed by pressing others, switched off one by one, and kept', { timeout: 120_000 }, async () => {
  const desk = await here.town.openDesk('own-keys')
  const { page, problems } = await openPage(here.browser, desk.url)
  await signIn(page, 'katrin.sommer')
  await page.keyboard.press('Shift+F1')
  const sheet = page.getByRole('dialog', { name: 'Tastenkürzel' })
  await sheet.getByRole('button', { name: 'Tasten ändern: Antrag aufnehmen' }).press('Enter')
  await page.keyboard.press('q')
  await sheet.getByText('Einzelne Tasten gehen nicht', { exact: false }).waitFor()
  await page.keyboard.press('Control+k')
  await sheet.getByText('Schon vergeben: Suchen und Befehle').waitFor()
  await page.keyboard.press('Control+Shift+E')
  const row = sheet.getByRole('row').filter({ hasText: 'Antrag aufnehmen' })
  await row.getByText('Strg + Umschalt + E').waitFor()
  await expectFocusOn(page, 'Ändern')
  await sheet.getByRole('button', { name: /^Aus: .*Meine/ }).press('Enter')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  await page.reload()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: /^Meine/ }).getAttribute('title'), { timeout: 15_000 }).not.toContain('Alt')
  await page.keyboard.press('Control+Shift+E')
  await page.getByRole('searchbox', { name: 'Leistung suchen' }).waitFor()
  await page.keyboard.press('Shift+F1')
  await sheet.getByRole('button', { name: 'Alles wie üblich' }).click()
  await row.getByText('Alt + A').waitFor()
  expect(problems).toEqual([])
  await page.context().close()
})

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  expect(await hiddenFocus(page), `after ${key}`).toBeNull()
}

const focusName = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-region') ?? document.activeElement?.textContent ?? '')

async function expectFocusOn(page: Page, name: string): Promise<void> {
  await expect.poll(() => focusName(page)).toBe(name)
  expect(await hiddenFocus(page)).toBeNull()
}

const regionInFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null)

async function expectEveryRegionByF6(page: Page): Promise<void> {
  const seen: (string | null)[] = []
  for (let index = 0; index < 3; index++) {
    await press(page, 'F6')
    seen.push(await regionInFocus(page))
  }
  expect(new Set(seen)).toEqual(new Set(['Bereiche', 'Inhalt', 'Kopfzeile']))
  await press(page, 'Shift+F6')
  expect(await regionInFocus(page)).toBe(seen[1])
}

async function focusRegion(page: Page, name: string): Promise<void> {
  for (let index = 0; index < 4; index++) {
    await press(page, 'F6')
    if (await regionInFocus(page) === name) return
  }
  throw new Error(`F6 never reaches ${name}.`)
}

/** Tab to the end of the screen and once more from its beginning: each stop shows that the focus is there. */
async function expectWholeRoundInSight(page: Page): Promise<void> {
  const stops: string[] = []
  for (let ends = 0; ends < 2 && stops.length < 100;) {
    await press(page, 'Tab')
    if (await page.evaluate(() => document.activeElement === document.body)) ends++
    else stops.push(await focusName(page))
  }
  expect(stops.length).toBeLessThan(100)
  expect(stops).toEqual(expect.arrayContaining(['Zum Inhalt springen', 'Nicht zugewiesen', 'Katrin Sommer'].map(name => expect.stringContaining(name))))
}

/** What has the focus without a sign of it, or null: an outline, a shadow or a frame on it or close around it. */
const hiddenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return null
    const shows = (element: Element | null): boolean => {
      if (!element) return false
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderStyle } = getComputedStyle(element)
      const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !outlineColor.endsWith(', 0)')
      return hasOutline || boxShadow !== 'none' || (element.matches('.ag-cell-focus, .ag-header-cell') && borderStyle !== 'none')
    }
    const sign = [focused, focused.parentElement, focused.parentElement?.parentElement ?? null].some(shows)
    return sign ? null : focused.outerHTML.slice(0, 200)
  })

type Look = readonly [theme: 'light' | 'dark', width: number, height: number]

/** Each colour once and each width once; 200 % and the other pairs are looked at in screens.test.ts. */
const LOOKS: readonly Look[] = [['dark', 1440, 900], ['light', 320, 640]]

// The screens in German and in every state, with rows made for it, are in screens.test.ts.
test('nothing for axe to find on the way through the whole program, in English', { timeout: 240_000 }, async () => {
  await expectNoFindings('en', tour)
})

test('nothing for axe to find on the pages of the service, in German', { timeout: 120_000 }, async () => {
  await expectNoFindings('de', async (page, look) => {
    const { mailbox } = await here.citizens.registerDog()
    const desk = await here.town.openDesk('pages')
    await page.goto(desk.url)
    await signInAs(page, 'annett.falke', de, look)
    await citizensPages(page, mailbox, look)
  })
})

async function expectNoFindings(language: 'de' | 'en', way: (page: Page, look: Inspect) => Promise<void>): Promise<void> {
  const findings: string[] = []
  const page = await pageIn(language)
  await way(page, async state => {
    for (const [theme, width, height] of LOOKS) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height })
      findings.push(...(await accessibilityFindings(page)).map(finding => `${state}, ${theme}, ${width} px: ${finding}`))
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1440, height: 900 })
  })
  await page.context().close()
  expect(findings).toEqual([])
}

async function pageIn(language: 'de' | 'en'): Promise<Page> {
  const page = await newPage(here.browser, { locale: language === 'de' ? 'de-DE' : 'en-GB' })
  await page.addInitScript(chosen => {
    if (!localStorage.getItem('appearance')) localStorage.setItem('appearance', JSON.stringify({ theme: 'system', language: chosen }))
  }, language)
  return page
}

/** Looks at what is on the screen now, in every appearance. */
type Inspect = (state: string) => Promise<void>

/** Through every screen and window of the desk, and the citizen's pages, stopping at each. */
async function tour(page: Page, look: Inspect): Promise<void> {
  const submitted = await here.citizens.registerDog({ lastName: 'Rundgang' })
  const desk = await here.town.openDesk('tour', { service: here.cable.url })
  await page.goto(desk.url)
  await page.getByRole('button', { name: en.session.signIn }).waitFor()
  await look('signed out')
  await signInAs(page, 'annett.falke', en, look)
  await page.getByRole('row').filter({ hasText: 'Rundgang' }).waitFor()
  await look('list')
  await windowsOfFrame(page, en, look)
  await throughCase(page, en, submitted, look)
  await offline(page, en, look)
  await page.keyboard.press('Alt+l')
  await page.getByRole('heading', { name: en.session.lockedTitle }).waitFor()
  await look('locked')
  await citizensPages(page, submitted.mailbox, look)
}

type Texts = typeof de | typeof en

async function signInAs(page: Page, login: string, texts: Texts, look: Inspect): Promise<void> {
  await page.getByRole('button', { name: texts.session.signIn }).click()
  await page.locator('[name="login"]').waitFor()
  await look('sign-in form')
  await page.locator('[name="login"]').fill(login)
  await page.locator('[name="password"]').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await look('sign-in refused')
  await page.locator('[name="password"]').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: texts.regions.navigation }).waitFor()
}

async function windowsOfFrame(page: Page, texts: Texts, look: Inspect): Promise<void> {
  const windows = [['Control+k', texts.palette.title], ['Shift+F1', texts.shortcuts.title], ['Alt+t', texts.transfer.title], ['Alt+k', texts.attention.title]] as const
  for (const [keys, title] of windows) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog', { name: title }).waitFor()
    await look(title)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.locator('.account').click()
  await page.getByRole('menuitem', { name: texts.account.setPin }).waitFor()
  await look('account menu')
  await page.getByRole('menuitem', { name: texts.account.setPin }).click()
  await page.getByRole('dialog').waitFor()
  await look('PIN')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function throughCase(page: Page, texts: Texts, { applicationId }: Submitted, look: Inspect): Promise<void> {
  const panel = page.locator('.panel--decision')
  await showCase(page, applicationId)
  await panel.getByRole('button', { name: texts.decision.claim }).waitFor()
  await look('case, received')
  await panel.getByRole('button', { name: texts.decision.claim }).click()
  await panel.getByText(texts.decision.heldByYou).waitFor()
  await panel.locator('label', { hasText: texts.decision.refuse }).click()
  await panel.getByRole('button', { name: texts.decision.refuseConfirm }).click()
  await panel.getByRole('alert').waitFor()
  await look('case, reason missing')
  await panel.locator('label', { hasText: texts.decision.grant }).click()
  await panel.getByRole('button', { name: texts.decision.grantConfirm }).click()
  await panel.locator('.unavailable').waitFor()
  await look('case, own proposal')
  await proposedByOther(page, texts, look)
}

/** A proposal of somebody else from the demo's cases, up to the window in which it is released. */
async function proposedByOther(page: Page, texts: Texts, look: Inspect): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: texts.views['to-release'] }).click()
  // A row that has been read: the list may still show places for those that come.
  await page.getByRole('row').filter({ hasText: texts.status.proposed, hasNotText: 'Rundgang' }).first().click()
  const panel = page.locator('.panel--decision')
  await panel.getByRole('button', { name: texts.decision.return }).click()
  await page.getByRole('dialog').waitFor()
  await look('return')
  await page.keyboard.press('Escape')
  await look('case, to release')
}

async function offline(page: Page, texts: Texts, look: Inspect): Promise<void> {
  here.cable.off()
  await page.locator('.transfer').filter({ hasText: texts.transfer.offline }).waitFor()
  await page.getByLabel(texts.work.comments.label, { exact: true }).fill('Ohne Netz')
  await page.getByRole('button', { name: texts.work.comments.note }).click()
  await page.locator('.transfer').filter({ hasText: texts.transfer.waitingShort.split('{{count}}')[1]?.split(',')[0] ?? '' }).waitFor()
  await look('case, offline')
  here.cable.on()
  await page.locator('.transfer').filter({ hasText: texts.transfer.allDone }).waitFor()
}

async function citizensPages(page: Page, mailbox: string, look: Inspect): Promise<void> {
  for (const path of ['', '/services/dog-registration', `/mailboxes/${mailbox}`]) {
    await page.goto(`${here.town.service}/portal${path}`)
    await page.getByRole('main').waitFor()
    await look(`portal${path.replace(mailbox, '…')}`)
  }
}
