import { expect, test } from 'vitest'
import type { Scanner } from '../../scanning/scanner.ts'
import { aForm, fimData, mappedTown, type LinkedTown } from '../testing.ts'

const filesOf = ({ database: { db } }: LinkedTown) => db.selectFrom('attachments').select(['filename', 'media_type']).orderBy('filename').execute()
const LONG = 'Der Hund hört schlecht. '.repeat(500)

test('a file is kept as what it is, whatever its sender names its type and whether or not it has a name that says so', async () => {
  const linked = await mappedTown()
  const files = [
    { filename: 'foto.jpg', mediaType: 'image/jpg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]) },
    { filename: 'impfausweis', mediaType: 'application/octet-stream', bytes: Buffer.from('%PDF-1.7\n%%EOF') },
    { filename: 'programm.exe', mediaType: 'application/pdf', bytes: Buffer.from('MZ\u0000\u0001') },
  ]
  await linked.portal.send({ ...aForm(), files })
  await linked.link.runDue()
  expect(await filesOf(linked)).toEqual([{ filename: 'foto.jpg', media_type: 'image/jpeg' }, { filename: 'impfausweis.pdf', media_type: 'application/pdf' }])
})

test('what has no field of its own is kept although it holds a sign that no text file may hold', async () => {
  const linked = await mappedTown()
  await linked.portal.send(aForm(fimData({ F00000009: `${LONG}\u0007\u001B` })))
  await linked.link.runDue()
  expect(await filesOf(linked)).toEqual([{ filename: 'Weitere Angaben.txt', media_type: 'text/plain' }])
})

test('where what has no field of its own cannot be kept the submission waits, and an administrator is told', async () => {
  let isBroken = true
  const scanner: Scanner = { scan: () => Promise.resolve(isBroken ? { kind: 'infected', finding: 'Test' } : { kind: 'clean' }) }
  const linked = await mappedTown({ scanner })
  const { submissionId } = await linked.portal.send(aForm(fimData({ F00000009: LONG })))
  await linked.link.runDue()
  expect((await linked.state()).submissions).toMatchObject([{ id: submissionId, state: 'collected', problem: 'rest-not-kept' }])
  isBroken = false
  linked.clock.move(3_600_001)
  await linked.link.runDue()
  expect(linked.portal.kept.submissions.get(submissionId)?.settled).toBe('accepted')
  expect(await filesOf(linked)).toHaveLength(1)
})
