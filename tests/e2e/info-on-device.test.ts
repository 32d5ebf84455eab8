import type { BrowserContext, CDPSession, Page } from 'playwright'
import { expect, test } from 'vitest'
import { aBrowser, startPushSink } from '../../service/domains/alerts/push/testing.ts'
import { released } from '../../service/domains/alerts/ways/testing.ts'
import { testService } from '../../service/testing.ts'
import { aTopic, aTownsSettings, aWording } from '../../shared/domains/alerts/testing.ts'
import { accessibilityFindings, launchBrowser } from '../support/browser.ts'
import { sharedInFile } from '../support/scene.ts'

const here = sharedInFile(async endLater => {
  const sink = await endLater(startPushSink())
  const town = await endLater(testService({ pushContact: 'mailto:it@tangerhuette.example', pushHosts: [sink.host] }))
  await town.change([{ table: 'alert_settings', row: aTownsSettings() }, { table: 'alert_topics', row: aTopic({ channels: ['email', 'push'] }) }])
  const url = await town.listen()
  return { sink, town, url, browser: await endLater(launchBrowser()) }
})

let devices = 0
const own = (): ReturnType<typeof aBrowser> => aBrowser(here.sink.origin, String(devices++))

/** A browser of somebody; its maker's service, which there is none of here, is the sink. */
async function visitor(permissions: readonly string[], device = own().device): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await here.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'de-DE' })
  await context.grantPermissions([...permissions], { origin: here.url })
  const page = await context.newPage()
  await page.addInitScript(keys => {
    const subscription = { toJSON: () => keys, unsubscribe: async () => true, options: {} } as unknown as PushSubscription
    PushManager.prototype.subscribe = async () => subscription
    PushManager.prototype.getSubscription = async () => subscription
  }, device)
  await page.goto(`${here.url}/portal/info`)
  return { context, page }
}

/** What the browser's maker does with a message: hands it to the worker of the page, where it arrives decrypted. */
async function workerOf(context: BrowserContext, page: Page): Promise<(payload: object) => Promise<void>> {
  const session: CDPSession = await context.newCDPSession(page)
  const registered = new Promise<string>(resolve => session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { registrationId, status } of versions) if (status === 'activated') resolve(registrationId)
  }))
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  return async payload => void (await session.send('ServiceWorker.deliverPushMessage', { origin: here.url, registrationId, data: JSON.stringify(payload) }))
}

/** Those that stay until somebody has seen them; the others go by themselves, sooner or later. */
const graveShown = (page: Page): Promise<readonly string[]> => page.evaluate(async () => {
  const shown = (await (await navigator.serviceWorker.getRegistration('/portal/info'))?.getNotifications()) ?? []
  return shown.filter(({ requireInteraction }) => requireInteraction).map(({ title }) => title)
})

const subscriber = () => here.town.database.db.selectFrom('subscribers').select(['state', 'address', 'topic_ids', 'language']).where('channel', '=', 'push').orderBy('created_at', 'desc').executeTakeFirst()

const states = async (): Promise<readonly string[]> =>
  (await here.town.database.db.selectFrom('subscribers').select('state').where('channel', '=', 'push').orderBy('state').execute()).map(({ state }) => state)

test('a device subscribes, confirms by its first message, shows what comes, also under another address, and ends it with one click', async () => {
  const phone = own()
  const { context, page } = await visitor(['notifications'], phone.device)
  await page.getByRole('button', { name: 'Auf diesem Gerät bekommen' }).click()
  await page.getByText('mindestens ein Thema an, das es auf dem Gerät gibt').waitFor()
  await page.getByLabel('Gefahrenhinweise').check()
  await page.getByRole('button', { name: 'Auf diesem Gerät bekommen' }).click()
  await page.getByText('Die erste Nachricht ist unterwegs').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await subscriber()).toMatchObject({ state: 'unconfirmed', topic_ids: ['gefahren'] })

  const deliver = await workerOf(context, page)
  await expect.poll(() => here.sink.posted().length).toBe(1)
  await deliver(phone.read(here.sink.posted()[0]))
  await page.getByText('Alles erledigt').waitFor()
  expect(await page.getByText('ein Gerät', { exact: true }).count()).toBe(1)
  expect(await subscriber()).toMatchObject({ state: 'active' })

  const id = await released(here.town, { channels: ['push'], wordings: [aWording()] })
  await expect.poll(() => here.sink.posted().length).toBe(2)
  const message = phone.read(here.sink.posted().at(-1))
  for (let twice = 0; twice < 2; twice++) await deliver(message)
  await expect.poll(() => graveShown(page)).toEqual(['Böschungsbrand an der Bahn in Tangerhütte'])
  await deliver({ ...message, tag: 'later', title: 'Entwarnung' })
  await expect.poll(() => graveShown(page)).toEqual(['Entwarnung'])

  const again = own()
  const [worker] = context.serviceWorkers()
  await worker?.evaluate(async keys => {
    PushManager.prototype.subscribe = async () => ({ toJSON: () => keys }) as unknown as PushSubscription
    await (globalThis as unknown as { renew(): Promise<void> }).renew()
  }, again.device)
  await expect.poll(() => here.sink.posted().length).toBe(3)
  await deliver(again.read(here.sink.posted()[2]))
  await expect.poll(states).toEqual(['active', 'ended'])

  await page.goto(message.url)
  await page.getByText('Schließen Sie Fenster und Türen').waitFor()
  expect([new URL(message.url).pathname, await accessibilityFindings(page)]).toEqual([`/portal/messages/tangerhuette.${id}`, []])
  await page.getByRole('link', { name: 'Nachrichten der Stadt bekommen' }).click()
  await page.getByText('Dieses Gerät bekommt Nachrichten.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Auf diesem Gerät beenden' }).click()
  await page.getByText('erscheinen keine Nachrichten mehr').waitFor()
  expect(await states()).toEqual(['ended', 'ended'])
  expect(await subscriber()).toMatchObject({ address: '', topic_ids: [] })
  await context.close()
})

test('who refuses reads how to change that, and nothing is kept', async () => {
  const { context, page } = await visitor([])
  await page.getByLabel('Gefahrenhinweise').check()
  await page.getByRole('button', { name: 'Auf diesem Gerät bekommen' }).click()
  await page.getByText('Ihr Browser darf von dieser Seite keine Nachrichten zeigen').waitFor()
  expect(await here.town.database.db.selectFrom('subscribers').select('id').where('channel', '=', 'push').where('state', '=', 'unconfirmed').execute()).toEqual([])
  await context.close()
})

test('a browser that cannot says so, and without a script there is the e-mail alone', async () => {
  const context = await here.browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PushManager'))
  await page.goto(`${here.url}/portal/info`)
  await page.getByText('Dieser Browser kann keine Nachrichten zeigen').waitFor()
  expect(await page.getByRole('button', { name: 'Auf diesem Gerät bekommen' }).count()).toBe(0)
  const plain = await here.browser.newContext({ javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(`${here.url}/portal/info`)
  expect([await still.locator('#device').isVisible(), await still.getByLabel('Ihre E-Mail-Adresse').isVisible()]).toEqual([false, true])
  await Promise.all([context.close(), plain.close()])
})
