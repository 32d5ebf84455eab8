import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { LetterPreview } from '../../../shared/wire/letters.ts'
import type { Desk } from '../desk.ts'
import { editedTemplate, lettersOfTown } from '../domains/letters/edited-templates.ts'
import { failureOf } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { shownDesk } from './guard.ts'

export function lettersRouter(desk: Desk) {
  const os = implement(coreContract.letters)
  return {
    preview: os.preview.handler(({ input }) => setByService(desk, network => network.letterPreview(input))),
    'preview-template': os['preview-template'].handler(({ input }) => setByService(desk, network => network.templatePreview(input))),
    list: os.list.handler(() => lettersOfTown(shownDesk(desk).cache.db)),
    get: os.get.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? editedTemplate(open.value.cache.db, input.id) : open
    }),
  }
}

async function setByService(desk: Desk, set: (network: Network) => Promise<LetterPreview>): Promise<Result<LetterPreview>> {
  const open = desk.shown()
  if (!open.ok) return open
  try {
    return ok(await set(open.value.network))
  } catch (error) {
    return refuse(failureOf(error).code)
  }
}
