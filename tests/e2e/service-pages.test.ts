import { expect, test } from 'vitest'
import { inventCitizen } from '../../service/demo/citizen.ts'
import { fillForm } from '../../service/demo/fill-form.ts'
import { createRandom } from '../../service/demo/random.ts'
import { createService, type Service } from '../../service/app.ts'
import { createLog } from '../../service/log.ts'
import { testDatabase } from '../../service/store/testing.ts'
import { TEST_SETTINGS } from '../../service/testing.ts'
import { germanDayAt } from '../../shared/german-days.ts'
import { derivedUuid } from '../../shared/ids.ts'
import { accessibilityFindings, launchBrowser } from '../support/browser.ts'
import { sharedInFile } from '../support/scene.ts'

const here = sharedInFile(async endLater => {
  const service = await endLater(createService({ ...TEST_SETTINGS, demo: true, rows: 0 }, { database: await testDatabase(), log: createLog({ write: () => undefined }) }))
  const mailbox = await handOver(service)
  const booking = await bookings(service)
  // Before the worker starts by itself: the e-mail is there when the page of the sink is looked at.
  await service.outgoing.worker.runDue()
  await service.listen()
  return { service, mailbox, booking, browser: await endLater(launchBrowser()) }
})

/** An application of an invented citizen, and the key of its mailbox. */
async function handOver(service: Service): Promise<string> {
  const random = createRandom(3)
  const form = (await service.app.inject('/public/v1/services/dog-registration/form')).json()
  const values = fillForm(form.schema, inventCitizen(random), random, Date.UTC(2026, 10, 22))
  const submission = { key: derivedUuid('pages', 'submission'), serviceId: 'dog-registration', formVersion: form.formVersion, form: values, attachments: [] }
  return (await service.app.inject({ method: 'POST', url: '/public/v1/submissions', payload: submission })).json().mailbox
}

/** Where a time is chosen, one that is kept, and one that is booked. */
async function bookings({ app }: Service): Promise<Readonly<Record<'choice' | 'times' | 'held' | 'booked', string>>> {
  const [place] = (await app.inject('/public/v1/places')).json().places
  const wanted = { placeId: place.id, serviceIds: [place.services[0].id], persons: 2 }
  const from = germanDayAt(Date.now())
  const { times } = (await app.inject(`/public/v1/places/${place.id}/times?serviceIds[]=${wanted.serviceIds[0]}&persons=2&from=${from}&days=60`)).json()
  const hold = async (at: number): Promise<string> => {
    const payload = { ...wanted, key: derivedUuid('pages', `booking/${at}`), startsAt: times.at(at).startsAt }
    return (await app.inject({ method: 'POST', url: '/public/v1/bookings', payload })).json().link
  }
  const [held, booked] = [await hold(-1), await hold(-20)]
  await app.inject({ method: 'POST', url: `/public/v1/bookings/${booked}/confirmation`, payload: { name: 'Änne Großkopf', email: 'aenne@example.org' } })
  const choice = `/portal/appointments/places/${place.id}`
  return { choice, times: `${choice}/times?service=${wanted.serviceIds[0]}&persons=2`, held: `/portal/appointments/${held}`, booked: `/portal/appointments/${booked}` }
}

const signInQuery = new URLSearchParams({
  client_id: 'rathaus-desk', response_type: 'code', redirect_uri: 'http://127.0.0.1:45678/callback', scope: 'openid offline_access desk',
  prompt: 'login consent', resource: 'urn:rathaus:api', state: 'state', nonce: 'nonce',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256',
})

const PAGES: readonly (readonly [name: string, address: () => string])[] = [
  ['first page', () => '/'],
  ['interface', () => '/docs'],
  ['portal', () => '/portal'],
  ['form', () => '/portal/services/dog-registration'],
  ['matter of an appointment', () => `${here.booking.choice}/times`],
  ['free times', () => here.booking.times],
  ['details of whoever comes', () => here.booking.held],
  ['appointment', () => `${here.booking.booked}?done=booked`],
  ['messages of the town', () => '/portal/info'],
  ['mailbox', () => `/portal/mailboxes/${here.mailbox}?done=received`],
  ['unknown mailbox', () => '/portal/mailboxes/nobody-has-this-key-0000'],
  ['sign-in', () => `/oidc/auth?${signInQuery.toString()}`],
  ['ended sign-in', () => '/oidc/interaction/none'],
  ['demo’s e-mails', () => here.service.outgoing.mailUrl ?? ''],
]

const VIEWS = [['light', 1280], ['dark', 1280], ['light', 320]] as const

test.each(PAGES)('the %s can be read by everybody: light, dark, and on a narrow screen', async (_, address) => {
  for (const [colorScheme, width] of VIEWS) {
    const context = await here.browser.newContext({ colorScheme, viewport: { width, height: 800 }, locale: 'de-DE' })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', error => problems.push(error.message))
    page.on('console', message => message.type() === 'error' && !message.text().includes('status of 4') && problems.push(message.text()))
    await page.goto(new URL(address(), here.service.url()).href)
    expect(await accessibilityFindings(page), `${colorScheme} ${width}`).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width} wide`).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
    await context.close()
  }
}, 90_000)
