import { expect, test } from 'vitest'
import { createService } from '../app.ts'
import { createLog } from '../log.ts'
import { testDatabase } from '../store/testing.ts'
import { TEST_SETTINGS } from '../testing.ts'
import { addressOf, TEST_LINK } from './testing.ts'

test('the portal is asked by the way out that the service was given, as everything else', async () => {
  const asked = Promise.withResolvers<string>()
  const fetchInstead: typeof fetch = input => {
    asked.resolve(addressOf(input))
    return Promise.resolve(new Response(null, { status: 503 }))
  }
  const service = await createService({ ...TEST_SETTINGS, ...TEST_LINK }, { database: await testDatabase(), log: createLog({ write: () => undefined }), fetch: fetchInstead })
  try {
    service.begin()
    expect(await asked.promise).toMatch(/^https:\/\/portal\.example\//)
  } finally {
    await service.close()
  }
})
