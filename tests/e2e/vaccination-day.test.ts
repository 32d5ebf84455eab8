import { beforeAll, expect, test } from 'vitest'
import { townScene } from '../support/scene.ts'
import { stationOf, type Guest, type Station } from '../support/vaccination-station.ts'

const here = townScene({ people: { entrance: { login: 'lisa.ohm' }, far: { login: 'mirko.beyer', isOverCable: true }, third: { login: 'tanja.helm' } } })
let entrance: Station
let far: Station
let third: Station
let before: number
beforeAll(async () => {
  [entrance, far, third] = await Promise.all([stationOf(here.entrance), stationOf(here.far), stationOf(here.third)])
  before = await entrance.documented()
})

const CARRIED: Guest = { familyName: 'Laufzettel', givenName: 'Lore', born: '2.3.1948' }
const ALONE: Guest = { familyName: 'Allein', givenName: 'Adam', born: '14.11.1951' }
const TWICE: Guest = { familyName: 'Doppelt', givenName: 'Dora', born: '30.9.1944' }

/** The code on a box of the vaccine against influenza that the demo has. */
const BOX = '(01)04150999001406(10)HD26-0422'
const NUMBER = /^I-\d{4}-\d{6}$/

async function whole(station: Station, guest: Guest): Promise<void> {
  await station.checkIn(guest)
  await station.ask()
  await station.agree()
  await station.document(BOX)
  await station.toBoard()
}

const open = async (station: Station, { familyName, givenName }: Guest): Promise<void> => {
  await station.toBoard()
  await station.page.locator('.card').filter({ hasText: `${familyName}, ${givenName}` }).first().click()
  await station.person.waitFor()
}

test('a day at three desks, one of them without a connection: people go between them by ticket, and all of it meets again', { timeout: 120_000 }, async () => {
  here.cable.off()
  await here.far.transfer.filter({ hasText: 'Ohne Verbindung' }).waitFor()

  // In by the entrance, documented at the desk that has not heard of them, and back.
  await entrance.checkIn(CARRIED)
  await entrance.ask()
  const paper = await entrance.ticket()
  await far.scan(`${paper.slice(0, 40)}${paper[40] === '7' ? '8' : '7'}${paper.slice(41)}`)
  await far.page.getByRole('alert').getByText('Der Laufzettel war nicht zu lesen.').waitFor()
  await far.scan(paper.toLowerCase())
  await far.agree()
  await far.document(BOX)
  await far.person.getByText('Die Nummer kommt vom Rathaus.').waitFor()
  const way = await far.ticket()
  await far.toBoard()
  await entrance.scan(way)
  await entrance.person.getByRole('heading', { name: 'Beobachtung' }).waitFor()

  // The desk does a whole person by itself, and one whom the entrance does as well.
  await whole(far, ALONE)
  await whole(far, TWICE)
  await entrance.toBoard()
  await whole(entrance, TWICE)
  expect(await far.documented(), 'what was done without a connection').toBe(before + 3)
  await expect.poll(() => third.documented()).toBe(before + 1)

  here.cable.on()
  await here.far.transferred()
  for (const station of [entrance, far, third]) await expect.poll(() => station.documented(), { message: 'all desks count the same' }).toBe(before + 4)
  for (const { attentionButton } of [here.entrance, here.far, here.third]) expect(await attentionButton.count(), 'nothing was refused').toBe(0)

  await open(third, TWICE)
  const twins = third.page.getByRole('region', { name: 'Doppelt erfasst' })
  await twins.getByText('Diese Impfung ist zweimal dokumentiert.', { exact: false }).waitFor()
  expect((await twins.getByRole('article').allInnerTexts()).map(text => text.split('\n')[0])).toEqual([expect.stringMatching(NUMBER), expect.stringMatching(NUMBER)])
  for (const guest of [CARRIED, ALONE]) {
    await open(third, guest)
    await third.person.getByText(NUMBER).waitFor()
    expect(await third.page.getByRole('region', { name: 'Doppelt erfasst' }).count()).toBe(0)
  }
})
