import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContent, anAlert, anImprint, aTopic, aWording, somebody } from '../../shared/domains/alerts/testing.ts'
import { instantFromMs } from '../../shared/time.ts'
import { testService, type TestService } from '../testing.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const bannerAt = async (url: string): Promise<string> => /<section class="alert[\s\S]*?<\/section>/.exec((await service.app.inject(url)).body)?.[0] ?? ''

test('whoever comes to book or to apply reads what everybody has to know, in their language where it was translated, and only while it holds', async () => {
  const at = instantFromMs(service.clock.nowMs())
  const by = { at, byPersonId: somebody(1, 'clerk').personId, byName: 'Person 1', contentHash: '0'.repeat(64) }
  const content = aContent({ channels: ['display'], endsAt: instantFromMs(service.clock.nowMs() + 60_000), wordings: [aWording({ headline: 'Brand <1>' }), aWording({ language: 'en', headline: 'Fire', short: 'Close windows.' })] })
  expect(await bannerAt('/portal')).toBe('')
  await service.change([
    { table: 'alert_topics', row: aTopic() },
    { table: 'alerts', row: anAlert({ content, submitted: by, released: { ...by, byPersonId: somebody(2, 'lead').personId, ...anImprint(), emergency: null } }) },
  ])
  for (const url of ['/portal', '/portal/appointments', '/portal/halls', '/portal/info']) expect(await bannerAt(url), url).toContain('<strong>Brand &lt;1&gt;</strong>')
  expect(await bannerAt('/portal?lang=en')).toMatch(/is-hazard" aria-label="Message of the town: Fire" lang="en"><p><strong>Fire<\/strong><\/p><p>Close windows\./)
  service.clock.move(60_000)
  expect(await bannerAt('/portal')).toBe('')
})
