import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { Desk } from '../desk.ts'
import { editedBlock } from '../domains/letters/edited-blocks.ts'
import { editedTemplate, lettersOfTown } from '../domains/letters/edited-templates.ts'
import { atTheService } from './at-the-service.ts'
import { shownDesk } from './guard.ts'

export function lettersRouter(desk: Desk) {
  const os = implement(coreContract.letters)
  return {
    preview: os.preview.handler(({ input }) => atTheService(desk, network => network.letterPreview(input))),
    'preview-template': os['preview-template'].handler(({ input }) => atTheService(desk, network => network.templatePreview(input))),
    list: os.list.handler(() => lettersOfTown(shownDesk(desk).cache.db)),
    get: os.get.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? editedTemplate(open.value.cache.db, input.id) : open
    }),
    'get-block': os['get-block'].handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? editedBlock(open.value.cache.db, input.id) : open
    }),
  }
}
