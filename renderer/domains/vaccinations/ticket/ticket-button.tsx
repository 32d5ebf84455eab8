import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { TicketSheet, type TicketOf } from './ticket-sheet.tsx'
import './ticket.css'

/** A button that shows the ticket of a visit as it stands now: to be printed, or scanned off the screen where there is no printer. */
export function TicketButton({ visit, session }: TicketOf): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const { mutate, data, isPending, isError, isIdle, reset } = useMutation({ mutationFn: () => client.vaccinations.ticket({ visitId: visit.id }) })
  return (
    <>
      <Button icon="print" onPress={() => mutate()}>{t('vaccinationTicket.show')}</Button>
      <Dialog size="small" title={t('vaccinationTicket.title')} isOpen={!isIdle} onClose={reset}>
        {isPending && <output className="muted">{t('common.loading')}</output>}
        {isError && <Problem refusal={{ code: 'request/unexpected' }} />}
        {data && !data.ok && <Problem refusal={data.error} />}
        {data?.ok && <Shown visit={visit} session={session} text={data.value.text} />}
      </Dialog>
    </>
  )
}

function Shown(ticket: TicketOf & { readonly text: string }): ReactElement {
  const { t } = useTranslation()
  const button = useFirstFocus<HTMLButtonElement>()
  return (
    <>
      <TicketSheet {...ticket} />
      <DialogActions><Button kind="primary" icon="print" ref={button} onPress={() => window.print()}>{t('vaccinationTicket.print')}</Button></DialogActions>
      {createPortal(<div className="slip-print" aria-hidden="true"><TicketSheet {...ticket} /></div>, document.body)}
    </>
  )
}
