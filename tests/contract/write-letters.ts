import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NoticeContent } from '../../shared/domains/notices/content.ts'
import { aNoticeContent } from '../../shared/domains/notices/testing.ts'
import { addressLines } from '../../shared/domains/notices/notice-letter-values.ts'
import type { SheetDocument } from '../../shared/domains/letters/sheet.ts'
import { inLanes } from '../../service/domains/notices/typeset/in-lanes.ts'
import { brokenFiles, finishingOfFiles, letterFiles } from './letter-files.ts'

// Writes random notices into a folder, each for the print centre and for mailboxes, and some broken ones, for programs that know PDF.
const [folder, count, seed] = process.argv.slice(2)
if (!folder || !count || !seed) throw new Error('node tests/contract/write-letters.ts FOLDER COUNT SEED')
const { typesetter } = finishingOfFiles()

async function write(name: string, document: SheetDocument): Promise<void> {
  const set = await typesetter.typeset(document)
  if (!set.ok) throw new Error(`${name} cannot be set`)
  writeFileSync(join(folder ?? '', `${name}.pdf`), set.value)
}

const files = letterFiles(Number(count), Number(seed))
await inLanes(files, async ({ name, print, account }) => {
  await write(`${name}-print`, print)
  await write(`${name}-account`, account)
})
const broken = brokenFiles()
await inLanes(broken, ({ name, print }) => write(`${name}-print`, print))
await typesetter.close()
const shownBy = (name: string, { recipient, reference }: NoticeContent) => ({ name, recipient: addressLines(recipient), reference })
const shown = [...files.map(({ name, content }) => shownBy(name, content)), ...broken.map(({ name }) => shownBy(name, aNoticeContent()))]
writeFileSync(join(folder, 'letters.json'), JSON.stringify(shown))
