import { afterAll, expect, test } from 'vitest'
import { finishNotice } from '../../service/domains/notices/typeset/finish-notice.ts'
import { inLanes } from '../../service/domains/notices/typeset/in-lanes.ts'
import { expectedLetter } from '../../shared/domains/notices/notice-letter-expected.ts'
import { zonesOn } from '../../shared/domains/notices/notice-letter-zones.ts'
import { aNoticeContent } from '../../shared/domains/notices/testing.ts'
import { brokenFiles, finishingOfFiles, letterFiles, paperOfFiles } from './letter-files.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000)
const parts = finishingOfFiles()
afterAll(() => Promise.all([parts.typesetter.close(), parts.preflighter.close()]))

test(`letters for people of all kinds have nothing wrong (seed ${seed})`, async () => {
  const found: string[] = []
  const files = letterFiles(40, seed)
  await inLanes(files, async ({ name, content }) => {
    const { problems } = await finishNotice(parts, content, paperOfFiles(), 'post')
    found.push(...problems.map(({ code, found: what }) => `${name} ${code} ${what}`))
  })
  expect(found).toEqual([])
})

test('what other programs find broken, ours finds too', async () => {
  const expected = expectedLetter(aNoticeContent(), paperOfFiles(), true)
  const taken: string[] = []
  await inLanes(brokenFiles(), async ({ name, print }) => {
    const set = await parts.typesetter.typeset(print)
    if (set.ok && (await parts.preflighter.read(set.value, expected, zonesOn('2026-11-23'))).problems.length === 0) taken.push(name)
  })
  expect(taken).toEqual([])
})
