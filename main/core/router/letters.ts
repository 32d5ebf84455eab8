import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { ok, refuse } from '../../../shared/result.ts'
import type { Desk } from '../desk.ts'
import { failureOf } from '../network/failures.ts'

export function lettersRouter(desk: Desk) {
  const os = implement(coreContract.letters)
  return {
    preview: os.preview.handler(async ({ input }) => {
      const open = desk.shown()
      if (!open.ok) return open
      try {
        return ok(await open.value.network.letterPreview(input))
      } catch (error) {
        return refuse(failureOf(error).code)
      }
    }),
  }
}
