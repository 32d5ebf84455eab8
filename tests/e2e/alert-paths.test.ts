import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { readPdf } from '../../service/domains/letters/testing.ts'
import { germanDayAt, germanMoment, plusCalendarDays } from '../../shared/german-days.ts'
import { countedActs, type Acts } from '../support/acts.ts'
import { accessibilityFindings, launchBrowser } from '../support/browser.ts'
import { startTestMail, type ArrivedMail } from '../support/mail-server.ts'
import { sharedInFile } from '../support/scene.ts'
import { startTown } from '../support/town.ts'
import { sitDown, type Workplace } from '../support/workplace.ts'

// What the info channel must hold, from the desk to the mail server of those who subscribed.
const MOST_ACTS = 8
const LONGEST_WARNING_MS = 30_000
const LONGEST_CORRECTION_MS = 60_000
/** So long the server thinks about each e-mail of the newsletter: it is still busy with it when the warning comes. */
const NEWSLETTER_MS = 200

const here = sharedInFile(async endLater => {
  const mail = await endLater(startTestMail(subject => (subject.startsWith('Freibad') ? NEWSLETTER_MS : 0)))
  const now = germanMoment(plusCalendarDays(germanDayAt(Date.now()), 1), '20:38')
  const [town, browser] = await Promise.all([endLater(startTown({ rows: 100, now, smtpUrl: mail.smtpUrl })), endLater(launchBrowser())])
  const seat = async (login: string): Promise<Workplace> => sitDown(browser, (await town.openDesk(login)).url, login)
  const [officer, second] = await Promise.all([seat('steffen.albrecht'), seat('joerg.wernicke')])
  return { town, mail, officer, second }
})

const confirmation = (page: Page) => page.getByRole('alertdialog')

/** From whatever screen is open to the words that lie ready, with the one gap they have filled in. */
async function beginFire({ page }: Workplace, acts: Acts, place: string): Promise<void> {
  await acts.press(page, 'Alt+I')
  await acts.click(page.getByRole('menuitem', { name: 'Brand am Bahndamm' }))
  await page.getByRole('textbox', { name: 'Ort', exact: true }).and(page.locator(':focus')).waitFor()
  await acts.type(page, place)
}

/** What the second person does from whatever screen they have open. */
async function release({ page }: Workplace, acts: Acts, headline: string, word = 'ECHT'): Promise<void> {
  await acts.click(page.locator('.release-banner', { hasText: headline }).getByRole('link'))
  await acts.click(page.getByRole('button', { name: 'Freigeben' }))
  await confirmation(page).getByRole('textbox').and(page.locator(':focus')).waitFor()
  await acts.type(page, word)
  await acts.press(page, 'Enter')
}

async function toList({ page }: Workplace): Promise<void> {
  await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Meldungen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Meldungen' }).waitFor()
}

const header = ({ mail }: ArrivedMail, name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? ''
const addresses = (mails: readonly ArrivedMail[]): readonly string[] => mails.map(({ to }) => to).toSorted()

/** The e-mails of the message whose subject reads like this, as many as the board of the second person says, each person once. */
async function everybodyHasIt(subject: RegExp): Promise<readonly [ArrivedMail, ...ArrivedMail[]]> {
  const first = await here.mail.first(subject)
  const row = here.second.page.getByRole('table', { name: 'Versand' }).getByRole('row', { name: /^E-Mail fertig 0/ })
  const all = Number((await row.getByRole('cell').nth(2).textContent())?.replace('.', ''))
  const mails = await here.mail.allOf(first.identifier, all)
  expect([mails.length, new Set(addresses(mails)).size]).toEqual([all, all])
  return [first, ...mails.filter(one => one !== first)]
}

/** All that the report says which the board offers, without blanks: lines break within long names. */
async function reportOf({ page }: Workplace): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Bericht (PDF)' }).click()])
  const { texts } = await readPdf(await readFile(await file.path()))
  return texts.map(({ text }) => text).join('').replaceAll(/\s/g, '')
}

/** The figure goes into the log of every run. */
const tell = (what: string, acts: number, tookMs: number): void => void process.stdout.write(`${what}: ${acts} acts, ${(tookMs / 1_000).toFixed(1)} s until the mail server had the first\n`)

test('at 20:38 a warning by two persons overtakes a newsletter, is updated and called off, and the report has the whole evening', { timeout: 180_000 }, async () => {
  const { officer, second, mail, town } = here
  await Promise.all([officer.transferred(), second.transferred()])
  await officer.page.getByRole('button', { name: 'Freibad Tangerhütte: wegen Wetter geschlossen' }).click()
  await toList(second)
  await second.page.getByRole('region', { name: /^Wartet auf Ihre Freigabe/ }).getByRole('link', { name: /^Freibad Tangerhütte heute/ }).click()
  await second.page.getByRole('button', { name: 'Freigeben' }).click()
  await confirmation(second.page).getByRole('textbox').fill('ECHT')
  await second.page.keyboard.press('Enter')
  const { identifier: newsletter } = await mail.first(/^Freibad/)
  await second.openView('Kalender')

  const acts = countedActs()
  const begun = performance.now()
  await beginFire(officer, acts, 'Tangerhütte')
  await acts.press(officer.page, 'Control+Enter')
  await release(second, acts, 'Brand am Bahndamm in Tangerhütte')
  const tookMs = (await mail.first(/^Brand am Bahndamm in Tangerhütte: Fenster/)).atMs - begun
  tell('by two persons', acts.count(), tookMs)
  expect(acts.count()).toBeLessThanOrEqual(MOST_ACTS)
  expect(tookMs).toBeLessThan(LONGEST_WARNING_MS)

  const warned = await everybodyHasIt(/^Brand am Bahndamm in Tangerhütte/)
  expect(warned.length).toBeGreaterThan(1_000)
  // The newsletter is still going out.
  expect(mail.arrived.findLastIndex(({ identifier }) => identifier === newsletter)).toBeGreaterThan(mail.arrived.findLastIndex(({ identifier }) => identifier === warned[0].identifier))
  expect(warned[0].mail).toMatchObject({ from: { name: 'Stadt Tangerhütte', address: 'rathaus@tangerhuette.example' } })
  expect(warned[0].mail.text).toContain('Was Sie jetzt tun sollten:\nSchließen Sie Fenster und Türen.')
  expect([header(warned[0], 'list-unsubscribe'), header(warned[0], 'list-unsubscribe-post')]).toEqual([expect.stringMatching(/^<http.+>$/), 'List-Unsubscribe=One-Click'])

  await officer.page.getByRole('button', { name: 'Aktualisieren' }).click()
  await officer.page.getByRole('textbox', { name: 'Was ist los? (Deutsch)' }).fill('In Tangerhütte brennt noch die Böschung an der Bahn. Das Feuer breitet sich nicht mehr aus.')
  await officer.page.keyboard.press('Control+Enter')
  await release(second, acts, 'Aktualisierung: Brand am Bahndamm')
  const updated = await everybodyHasIt(/^Aktualisierung: Brand am Bahndamm/)
  await officer.page.getByRole('button', { name: 'Entwarnen' }).click()
  await officer.page.getByRole('heading', { level: 1, name: 'Entwarnung schreiben' }).waitFor()
  await officer.page.keyboard.press('Control+Enter')
  await release(second, acts, 'Entwarnung: Der Brand am Bahndamm')
  const over = await everybodyHasIt(/^Entwarnung: Der Brand am Bahndamm in Tangerhütte ist gelöscht/)
  expect([updated, over].map(addresses)).toEqual([addresses(warned), addresses(warned)])

  const file = await (await fetch(`${town.service}/public/v1/alerts/cap/${over[0].identifier}.xml`)).text()
  expect(/<references>(.*)<\/references>/.exec(file)?.[1]?.split(' ').map(reference => reference.split(',')[1])).toEqual([warned[0].identifier, updated[0].identifier])
  expect(await reportOf(second)).toMatch(new RegExp(`Begonnenzu${warned[0].identifier},${updated[0].identifier}SteffenAlbrecht.*FreigegebenJörgWernicke.*E-Mailfertig${over.length}0`))
})

test('an officer alone is as quick with a typed word and a reason, and a correction reaches the first within a minute', { timeout: 180_000 }, async () => {
  const { officer, second, mail } = here
  await officer.openView('Vertretungen')
  const acts = countedActs()
  const begun = performance.now()
  await beginFire(officer, acts, 'Lüderitz')
  await acts.click(officer.page.locator('button:not([aria-disabled])', { hasText: 'Notfall: allein senden' }))
  await confirmation(officer.page).getByRole('textbox').first().and(officer.page.locator(':focus')).waitFor()
  await acts.type(officer.page, 'Nachts ist niemand sonst zu erreichen.')
  await acts.press(officer.page, 'Tab')
  await acts.type(officer.page, 'ECHT')
  await acts.press(officer.page, 'Enter')
  const tookMs = (await mail.first(/^Brand am Bahndamm in Lüderitz/)).atMs - begun
  tell('alone', acts.count(), tookMs)
  expect(acts.count()).toBeLessThanOrEqual(MOST_ACTS)
  expect(tookMs).toBeLessThan(LONGEST_WARNING_MS)

  const correcting = countedActs()
  const wrong = performance.now()
  await correcting.click(officer.page.getByRole('button', { name: 'Korrigieren' }))
  await officer.page.getByRole('heading', { level: 1, name: 'Korrektur schreiben' }).waitFor()
  await correcting.press(officer.page, 'Control+Enter')
  await release(second, correcting, 'Korrektur: Unsere Meldung')
  const corrected = await mail.first(/^Korrektur: Unsere Meldung vom .* gilt nicht$/)
  tell('corrected', correcting.count(), corrected.atMs - wrong)
  expect(corrected.atMs - wrong).toBeLessThan(LONGEST_CORRECTION_MS)
  expect(corrected.mail.text).toContain('war falsch. Bitte richten Sie sich nicht mehr danach.')
  expect(officer.problems).toEqual([])
})

test('a drill from the same screens reaches those who take part, calls itself one everywhere, and nobody who subscribed gets anything', { timeout: 180_000 }, async () => {
  const { officer, second, mail, town } = here
  for (const person of [officer, second]) {
    await toList(person)
    expect(await accessibilityFindings(person.page)).toEqual([])
    await person.page.getByRole('button', { name: 'Übung beginnen' }).click()
    await person.page.getByRole('dialog').getByRole('button', { name: 'Übung beginnen' }).click()
    await person.page.getByText('Echte Warnungen gehen von hier nicht hinaus.').waitFor()
    expect(await person.page.title()).toMatch(/^ÜBUNG – /)
  }
  // What is real and waits stays in sight.
  await second.page.getByText('Echte Warnung, wartet auf Ihre Freigabe:', { exact: true }).waitFor()
  const acts = countedActs()
  await beginFire(officer, acts, 'Grieben')
  await acts.press(officer.page, 'Control+Enter')
  await release(second, acts, 'ÜBUNG – Brand am Bahndamm in Grieben', 'ÜBUNG')
  const drill = await everybodyHasIt(/^ÜBUNG – Brand am Bahndamm in Grieben/)
  expect(addresses(drill)).toEqual(['joerg.wernicke', 'silke.bartels', 'steffen.albrecht', 'thomas.giese'].map(login => `${login}@tangerhuette.example`))
  expect(drill[0].mail).toMatchObject({ from: { name: 'ÜBUNG – Stadt Tangerhütte' }, text: expect.stringMatching(/^ÜBUNG ÜBUNG ÜBUNG[^]*ÜBUNG ÜBUNG ÜBUNG\s*$/) })
  expect(drill[0].identifier).toContain('.UEBUNG.')
  expect(mail.arrived.filter(({ subject, mail: { text } }) => /(?:Bahndamm|embankment) in Grieben/.test(`${subject} ${text}`)).length).toBe(drill.length)
  const [live, drills] = await Promise.all(['alerts', 'drills'].map(async path => (await fetch(`${town.service}/public/v1/${path}/feed.atom`)).text()))
  expect([live?.includes(drill[0].identifier), drills?.includes(drill[0].identifier)]).toEqual([false, true])
  expect(second.problems).toEqual([])
})
