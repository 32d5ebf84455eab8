import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'

/** Files on their way from the page into a case. */
export function filesRouter(desk: Desk) {
  const os = implement(coreContract.files)
  return {
    begin: os.begin.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.sync.files.begin(input) : open
    }),
    append: os.append.handler(({ input: { id, start, content } }) => {
      const open = desk.shown()
      return open.ok ? open.value.sync.files.append(id, start, Buffer.from(content, 'base64')) : open
    }),
    finish: os.finish.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.sync.files.finish(input.id) : open
    }),
    drop: os.drop.handler(({ input }) => {
      const open = desk.shown()
      if (open.ok) open.value.sync.files.drop(input.id)
      return {}
    }),
  }
}
