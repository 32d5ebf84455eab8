import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import type { ShownNotice } from '../../../shared/contract/notices.ts'
import type { NoticeId } from '../../../shared/ids.ts'
import { orThrow, type Desk, type OpenDesk } from '../desk.ts'
import { atTheService } from './at-the-service.ts'
import { asError, shownDesk } from './guard.ts'

export function noticesRouter(desk: Desk) {
  const os = implement(coreContract.notices)
  return {
    kinds: os.kinds.handler(() => ({ kinds: shownDesk(desk).notices.kinds() })),
    runs: os.runs.handler(() => ({ runs: shownDesk(desk).notices.runs() })),
    run: os.run.handler(({ input: { runId } }) => ({ whole: shownDesk(desk).notices.run(runId) })),
    list: os.list.handler(({ input }) => shownDesk(desk).notices.list(input)),
    one: os.one.handler(({ input: { noticeId } }) => ({ notice: seen(shownDesk(desk), noticeId) })),
    consents: os.consents.handler(() => ({ consents: shownDesk(desk).notices.consents() })),
    letter: os.letter.handler(({ input }) => atTheService(desk, network => network.noticeLetter(input))),
    sample: os.sample.handler(({ input: { runId, seed } }) => ({ sample: shownDesk(desk).notices.sample(runId, seed).map(({ notice, reasons }) => ({ notice, reasons: [...reasons] })) })),
    submit: os.submit.handler(({ input: { runId, dated } }) => {
      const open = desk.shown()
      return open.ok ? open.value.sync.run('notices.submit', { ...open.value.notices.toSubmit(runId), dated }) : open
    }),
  }
}

/** A notice as it is shown; before, it is put down who looks. Without that nothing is shown. */
function seen({ notices, noticeViews, sync }: OpenDesk, noticeId: NoticeId): ShownNotice | null {
  const notice = notices.one(noticeId)
  if (notice && noticeViews.isDue(noticeId)) {
    orThrow(sync.submit('notices.view', { noticeId }), asError)
    noticeViews.noted(noticeId)
  }
  return notice
}
