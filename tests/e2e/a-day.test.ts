import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagePdf } from '../../service/demo/page-pdf.ts'
import { claim } from '../../shared/domains/applications/commands.ts'
import { followUp } from '../../shared/domains/applications/handling-commands.ts'
import { germanDayAt } from '../../shared/german-days.ts'
import type { Submitted } from '../support/citizen.ts'
import { httpDesk } from '../support/http-desk.ts'
import { handsOn, signInByKeys, type Hands } from '../support/hands.ts'
import { townScene } from '../support/scene.ts'

// A whole day of a clerk and of a lead, by keys alone. The people in `Hands` have no mouse.
const here = townScene()
let clerk: Hands
let lead: Hands
beforeAll(async () => {
  const [clerks, leads] = await Promise.all([here.town.openDesk('clerk'), here.town.openDesk('lead')])
  clerk = await handsOn(here.browser, clerks.url)
  lead = await handsOn(here.browser, leads.url)
})

afterAll(() => {
  const told = ([name, { counted: { presses, letters } }]: readonly [string, Hands]): string => `${name} ${presses} key presses and ${letters} letters`
  console.log(`a-day: ${([['clerk', clerk], ['lead', lead]] as const).map(told).join(', ')}`)
})

const region = ({ page }: Hands, name: string): Locator => page.getByRole('region', { name, exact: true })
const title = ({ page }: Hands, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name })
const button = ({ page }: Hands, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' })
const dialogOf = ({ page }: Hands): Locator => page.getByRole('dialog')

describe('the clerk’s day', { timeout: 180_000 }, () => {
  let bruno: Submitted
  beforeAll(async () => {
    bruno = await here.citizens.registerDog({ lastName: 'Brunnenbauer', dogName: 'Bruno' })
    const { applicationId } = await here.citizens.registerDog({ lastName: 'Liegengeblieben' })
    const before = await httpDesk(here.town.service, 'katrin.sommer')
    await before.send(claim, { applicationId })
    await before.send(followUp, { applicationId, day: germanDayAt(Date.now()), onAnswer: false, note: 'Nachfragen' })
  })

  test('begins with what is due: the first case is opened, talked about, and laid back', async () => {
    const { page, press, type, tabTo, enter, standOn } = clerk
    await signInByKeys(clerk, 'katrin.sommer')
    await press('Alt+h')
    await page.getByRole('heading', { level: 2, name: 'Für Sie' }).waitFor()
    await enter(page.locator('.due__tile--followUps'))
    await title(clerk, 'Wiedervorlagen').waitFor()
    await page.getByRole('row').filter({ hasText: 'Liegengeblieben' }).waitFor()
    await press('Alt+s', 'Enter')
    await page.locator('.ag-cell-focus').waitFor()
    await press('Enter')
    await clerk.decision.waitFor()

    await press('Alt+m')
    await standOn(page.getByLabel('Kommentar oder Vermerk'))
    await type('Bitte ansehen, @petra')
    await page.getByRole('option', { name: 'Petra Lindner' }).waitFor()
    await press('Enter')
    await type('heute noch.')
    await press('Control+Enter')
    await region(clerk, 'Austausch im Amt').getByText('heute noch.').waitFor()

    await press('Alt+j')
    await standOn(page.getByLabel('Was ist zu tun?'))
    await type('Halterin anrufen')
    await press('Enter')
    const done = button(clerk, 'Erledigt: Halterin anrufen')
    await tabTo(done)
    await press('Space')
    await clerk.history.getByText('Katrin Sommer hat erledigt').first().waitFor()

    await press('Alt+w')
    await dialogOf(clerk).getByRole('button', { name: '+1 Woche' }).waitFor()
    await clerk.tabBackTo(dialogOf(clerk).getByRole('button', { name: '+1 Woche' }))
    await press('Enter')
    await tabTo(dialogOf(clerk).getByLabel('Wozu?'))
    await type('Hat sie zurückgerufen?')
    await press('Enter')
    await region(clerk, 'Bearbeitung').getByText(/Wiedervorlage am/).waitFor()
    expect(clerk.problems).toEqual([])
  })

  test('what is missing is asked for with the ready letter; the answer sets the clock going again', async () => {
    const { press, standOn, goTo } = clerk
    await goTo('Brunnenbauer')
    await clerk.decision.getByText('Noch niemand bearbeitet diesen Vorgang.').waitFor()
    await press('Alt+Enter')
    await clerk.decision.getByText('Sie bearbeiten diesen Vorgang.').waitFor()
    await press('Alt+n')
    const letter = dialogOf(clerk).getByRole('textbox')
    await standOn(letter)
    expect(await letter.inputValue()).toContain('– die Unterlage „Nachweis der Haftpflichtversicherung“')
    await press('Control+Enter')
    await clerk.decision.getByText(/Frist ruht seit/).waitFor()
    await clerk.transferred()

    const { messages } = await here.citizens.portal.mailbox(bruno.mailbox)
    const asked = messages.find(({ text }) => text.includes('Nachweis der Haftpflichtversicherung'))
    await here.citizens.portal.reply(bruno.mailbox, String(asked?.id), 'Der Nachweis kam heute mit der Post zu Ihnen.')
    await clerk.decision.getByText(/Frist bis/).waitFor()
    await clerk.conversation.getByText('Der Nachweis kam heute mit der Post zu Ihnen.').waitFor()
  })
  test('a paper is taken down with its scanned page', async () => {
    const { page, press, type, tabTo, standOn } = clerk
    await press('Alt+a')
    await standOn(page.getByRole('searchbox', { name: 'Leistung suchen' }))
    await page.getByRole('option', { name: 'Hundeanmeldung' }).waitFor()
    await type('Hundean')
    await press('ArrowDown', 'Enter')
    await page.getByRole('heading', { level: 2, name: 'Hundeanmeldung' }).waitFor()
    await tabTo(page.getByLabel('Tag des Eingangsstempels'))
    await type(await today(clerk))
    for (const [label, text] of Object.entries(PAPER)) {
      await tabTo(page.getByLabel(label, { exact: true }))
      await type(text)
    }
    await clerk.tabBackTo(page.getByLabel('Ortschaft'))
    await type('Tan')
    await tabTo(page.getByRole('radiogroup', { name: 'Geschlecht' }).getByRole('radio', { name: 'Rüde' }))
    await press('Space')
    await tabTo(page.getByRole('radiogroup', { name: 'Assistenz- oder Rettungshund' }).getByRole('radio', { name: 'Ja' }))
    await press('ArrowRight')
    await tabTo(page.getByRole('checkbox'))
    await press('Space')
    await choose(clerk, button(clerk, 'Datei wählen …'), 'antrag.pdf', ['Antrag auf Papier'])
    await press('Alt+Enter')
    await title(clerk, 'Hundeanmeldung: Wotan').waitFor()
    await region(clerk, 'Anlagen').getByText('antrag.pdf').waitFor()
    expect(clerk.problems).toEqual([])
  })

  test('a letter is attached, read, and given a redacted copy', async () => {
    const { page, press, enter, standOn } = clerk
    await choose(clerk, button(clerk, 'Datei hinzufügen'), 'brief.pdf', ['Wiesenthal, Gerda'])
    await enter(region(clerk, 'Anlagen').getByRole('button', { name: 'brief.pdf', exact: true }))
    await page.locator('.page__words', { hasText: 'Wiesenthal, Gerda' }).waitFor({ state: 'attached' })
    await enter(button(clerk, 'Schwärzen'))
    await enter(button(clerk, 'Kasten auf Seite 1 setzen'))
    await standOn(button(clerk, 'Schwärzung auf Seite 1'))
    await press('Control+ArrowUp', 'Shift+ArrowRight')
    await enter(button(clerk, 'Geschwärzte Fassung ablegen'))
    await region(clerk, 'Anlagen').getByText('brief (geschwärzt).pdf').waitFor()
    await region(clerk, 'Anlagen').locator('.file', { hasText: 'brief.pdf' }).getByText('Nicht weitergeben').first().waitFor()
    expect(clerk.problems).toEqual([])
  })

  test('a decision is proposed with its letter, seen before', async () => {
    await clerk.goTo('Brunnenbauer')
    await clerk.decision.getByText('Sie bearbeiten diesen Vorgang.').waitFor()
    await proposeWith('- Im Ort gilt Leinenpflicht.')
    expect(clerk.problems).toEqual([])
  })

  test('a case of another department is handed over', async () => {
    const { page, press, type, goTo, standOn } = clerk
    await here.citizens.registerDog({ lastName: 'Wandersmann' })
    await goTo('Wandersmann')
    await clerk.decision.waitFor()
    await press('Alt+o')
    const department = dialogOf(clerk).getByRole('button', { name: /Amt/ })
    await standOn(department)
    await press('Enter')
    const another = page.getByRole('option', { name: 'Ordnung, Sicherheit und Gewerbe' })
    await standOn(page.getByRole('option'))
    await type('Ord')
    await standOn(another)
    await press('Enter')
    await standOn(department)
    await press('Tab')
    await standOn(dialogOf(clerk).getByLabel('Grund'))
    await type('Gefährlicher Hund')
    await press('Control+Enter')
    await page.getByRole('heading', { name: 'Vorgang nicht gefunden' }).waitFor()
    await press('Escape')
    expect(clerk.problems).toEqual([])
  })

  test('many cases are tagged and claimed at once', async () => {
    const { page, press, type, enter } = clerk
    for (const lastName of ['Sammel-Eins', 'Sammel-Zwei']) await here.citizens.registerDog({ lastName })
    const bar = region(clerk, 'Sammelbearbeitung')
    const markTwo = async (): Promise<void> => {
      await press('Alt+s', 'Enter')
      await page.locator('.ag-cell-focus').waitFor()
      await press('Home', 'Space', 'Shift+ArrowDown')
      await bar.getByText('2 Vorgänge ausgewählt').waitFor()
    }
    await press('Alt+3')
    await title(clerk, 'Nicht zugewiesen').waitFor()
    await page.getByRole('row').filter({ hasText: 'Sammel-Zwei' }).waitFor()
    await markTwo()
    await enter(bar.getByRole('button', { name: 'Schlagwörter …' }))
    await clerk.standOn(dialogOf(clerk).getByRole('combobox', { name: 'Hinzufügen' }))
    await type('Messe')
    await press('Enter')
    await dialogOf(clerk).locator('.tag', { hasText: 'Messe' }).waitFor()
    await press('Enter')
    await bar.getByText('fertig').waitFor()
    await enter(bar.getByRole('button', { name: 'Schließen' }))
    await markTwo()
    await enter(bar.getByRole('button', { name: 'Übernehmen' }))
    await clerk.standOn(dialogOf(clerk).getByRole('button', { name: 'Übernehmen' }))
    await press('Enter')
    await bar.getByText('fertig').waitFor()
    await page.getByRole('row').filter({ hasText: 'Sammel-Zwei' }).waitFor({ state: 'detached' })
    expect(clerk.problems).toEqual([])
  })

  test('a list is kept as a view with its counter, and goes out as a file', async () => {
    const { page, press, type, tabTo, tabBackTo, arrowTo, enter, standOn } = clerk
    await press('Alt+2')
    await title(clerk, 'Meine').waitFor()
    await enter(button(clerk, 'Status'))
    const choice = page.getByRole('option', { name: 'In Bearbeitung' })
    await choice.waitFor()
    await tabTo(page.getByRole('listbox').getByRole('option').first())
    await arrowTo(choice)
    await press('Space', 'Escape')
    await tabBackTo(button(clerk, 'Ansicht speichern …'))
    await press('Enter')
    await standOn(page.getByRole('textbox', { name: 'Name der Ansicht' }))
    await type('Heute bei mir')
    await press('Enter')
    await title(clerk, 'Heute bei mir').waitFor()
    await page.getByRole('row').filter({ hasText: 'Sammel-Zwei' }).waitFor()
    const count = /\d+/.exec((await page.locator('.list__count', { hasText: /[1-9]/ }).textContent()) ?? '')?.[0] ?? ''
    await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: /Heute bei mir/ }).getByText(count, { exact: true }).waitFor()

    await enter(button(clerk, 'Ausgeben'))
    await standOn(dialogOf(clerk).getByRole('radio', { name: /Excel|XLSX/ }))
    await press('ArrowRight')
    await tabTo(button(clerk, 'Datei erstellen'))
    const [file] = await Promise.all([page.waitForEvent('download'), press('Enter')])
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
    expect(lines.length).toBe(Number(count) + 1)
    await standOn(dialogOf(clerk).getByRole('button', { name: 'Schließen' }).last())
    await press('Enter')
  })
})

/** As it stands on the paper, in the order of the form. */
const PAPER = {
  Vorname: 'Frieda', Nachname: 'Papierfeld', Geburtsdatum: '1.3.1956', Straße: 'Bismarckstraße', Hausnummer: '5', Postleitzahl: '39517',
  'Rufname des Hundes': 'Wotan', Rasse: 'Dackel', 'Geburtsdatum des Hundes': '24.12.2024', 'Gehalten seit': '01.02.2025', Transpondernummer: '276098100000001',
  Haftpflichtversicherung: 'Versicherung am Markt', Versicherungsnummer: 'HV 4711', 'Weitere Hunde im Haushalt': '0',
} as const

/** Opens the chooser of the system by keyboard; what is done in it is no part of the program. */
async function choose(hands: Hands, opener: Locator, name: string, lines: readonly string[]): Promise<void> {
  await hands.tabTo(opener)
  const [chooser] = await Promise.all([hands.page.waitForEvent('filechooser'), hands.press('Enter')])
  await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(pagePdf(lines)) })
}

/** Grants with a condition, looks at the letter, and proposes. */
async function proposeWith(condition: string): Promise<void> {
  const { page, decision, press, type, tabTo, enter, standOn } = clerk
  await tabTo(decision.getByRole('radio', { name: 'Bewilligen' }))
  await press('Space')
  await enter(decision.getByRole('button', { name: 'Nebenbestimmungen hinzufügen' }))
  await tabTo(decision.getByLabel('Nebenbestimmungen', { exact: true }))
  await type(condition)
  const look = decision.getByRole('button', { name: 'Bescheid ansehen' })
  await enter(look)
  await page.getByRole('dialog', { name: 'Bescheid – Entwurf' }).getByText(condition.slice(2)).first().waitFor({ state: 'attached' })
  await press('Escape')
  await standOn(look)
  await press('Alt+Enter')
  await decision.getByText('Bewilligung vorgeschlagen').waitFor()
}

describe('the lead’s day', { timeout: 180_000 }, () => {
  test('begins with what waits for release: one proposal goes back with a reason', async () => {
    const { page, press, type, enter, standOn } = lead
    await signInByKeys(lead, 'petra.lindner')
    await press('Alt+h')
    await page.getByText(/Vorschl(ag|äge) warte[nt]/).waitFor()
    await press('Alt+Enter')
    await title(lead, 'Zur Freigabe').waitFor()
    await press('Alt+s')
    await type('Brunnenbauer')
    await page.getByText('1 Vorgang', { exact: true }).waitFor()
    await press('Enter')
    await page.locator('.ag-cell-focus').waitFor()
    await press('Enter')
    await lead.decision.getByText('Im Ort gilt Leinenpflicht.').waitFor()
    await enter(lead.decision.getByRole('button', { name: 'Zurückgeben' }))
    await standOn(dialogOf(lead).getByRole('textbox'))
    await type('Bitte genauer fassen.')
    await press('Control+Enter')
    await lead.decision.getByText('Zuletzt zurückgegeben von Petra Lindner: Bitte genauer fassen.').waitFor()
    expect(lead.problems).toEqual([])
  })

  test('comes again with what has changed since, and is released', async () => {
    await clerk.goTo('Brunnenbauer')
    await clerk.decision.getByText('Bitte genauer fassen.').waitFor()
    await proposeWith('- In bebauten Ortsteilen gilt Leinenpflicht.')
    const changes = lead.decision.getByRole('region', { name: /Geändert seit der Vorlage/ })
    await changes.locator('ins', { hasText: 'In bebauten Ortsteilen' }).waitFor()
    await changes.locator('del', { hasText: 'Im Ort' }).waitFor()
    await lead.press('Alt+Enter')
    await lead.standOn(dialogOf(lead).getByRole('button', { name: 'Freigeben' }))
    await lead.press('Enter')
    await lead.decision.getByText(/freigegeben von Petra Lindner/).waitFor()
    expect(lead.problems).toEqual([])
  })

  test('goes on with the figures, down to the cases behind them', async () => {
    const { page, press, tabTo, enter, goTo } = lead
    await goTo('Auswertung')
    await title(lead, 'Auswertung').waitFor()
    const tile = region(lead, 'Jetzt').getByRole('button', { name: /^Offen/ })
    await tile.waitFor()
    const open = /\d+/.exec((await tile.locator('.tile__value').textContent()) ?? '')?.[0]
    await enter(tile)
    await page.locator('.list__count', { hasText: `${open} Vorg` }).waitFor()
    await goTo('Auswertung')
    const marks = page.getByRole('region', { name: 'Alter der offenen Vorgänge' }).locator('[data-mark]')
    await tabTo(marks.first())
    await press('ArrowDown')
    await lead.standOn(marks.nth(1))
    await press('ArrowUp')
    await lead.standOn(marks.first())
    await press('Enter')
    await title(lead, 'Alle').waitFor()
    await page.getByRole('row').filter({ hasText: 'Liegengeblieben' }).waitFor()
    expect(lead.problems).toEqual([])
  })

  test('names a deputy', async () => {
    const { page, press, type, enter, tabTo, standOn, goTo } = lead
    await goTo('Vertretungen')
    await enter(button(lead, 'Vertretung eintragen'))
    for (const [label, name] of [['Vertreten wird', 'Jana Thiele'], ['Vertretung', 'Mandy Kunze']] as const) {
      await tabTo(dialogOf(lead).getByRole('button', { name: new RegExp(`${label}$`) }))
      await press('Enter')
      await standOn(page.getByRole('option'))
      await type(name.slice(0, 4))
      await standOn(page.getByRole('option', { name: new RegExp(name) }))
      await press('Enter')
    }
    await tabTo(dialogOf(lead).getByLabel('Letzter Tag'))
    await type(await today(lead))
    await press('Enter')
    await page.getByRole('row').filter({ hasText: 'Jana Thiele' }).getByText('läuft').waitFor()
    expect(lead.problems).toEqual([])
  })

  test('ends with the desk locked, and opened again by PIN', async () => {
    const { page, press, type, tabTo, standOn } = lead
    await press('F6')
    await tabTo(page.locator('.account'))
    await press('Enter')
    await page.getByRole('menuitem', { name: 'PIN festlegen' }).waitFor()
    await type('PIN')
    await standOn(page.getByRole('menuitem', { name: 'PIN festlegen' }))
    await press('Enter')
    await standOn(page.getByLabel('Neue PIN'))
    await type('824613')
    await press('Tab')
    await type('824613')
    await press('Enter')
    await lead.toasts.getByText('Die PIN ist festgelegt.').waitFor()
    await press('Alt+l')
    await standOn(page.getByLabel('PIN', { exact: true }))
    await type('824613')
    await press('Enter')
    await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
    expect(lead.problems).toEqual([])
  })

  test('nothing went wrong on either page, and neither was touched by a mouse', async () => {
    await Promise.all([clerk, lead].map(hands => hands.transferred()))
    expect([clerk, lead].flatMap(({ problems }) => problems)).toEqual([])
  })
})

const today = ({ page }: Hands): Promise<string> =>
  page.evaluate(() => new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date()))
