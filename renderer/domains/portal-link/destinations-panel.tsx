import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortalDestination } from '../../../shared/wire/portal-link.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FullTime } from '../../ui/time.tsx'
import { useAsk } from './use-ask.ts'

interface Props {
  readonly destinations: readonly PortalDestination[]
  readonly onChanged: () => void
}

/** Where submissions are collected, when that was done last, and with which keys they are opened. */
export function DestinationsPanel({ destinations, onChanged }: Props): ReactElement {
  return (
    <div className="stack portal-link">
      {destinations.map(destination => <Destination key={destination.id} destination={destination} onChanged={onChanged} />)}
    </div>
  )
}

function Destination({ destination, onChanged }: { readonly destination: PortalDestination; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation()
  const { id, answeredAt, problem, keys } = destination
  return (
    <section className="stack" aria-labelledby={`destination-${id}`}>
      <h2 id={`destination-${id}`} className="panel__title">{t('portalLink.destination')} <span className="portal-link__id">{id}</span></h2>
      <p>{answeredAt === null ? t('portalLink.neverCollected') : t('portalLink.collected')} {answeredAt !== null && <FullTime at={answeredAt} />}</p>
      {problem && <p className="callout">{t(`portalLink.destinationProblems.${problem}`)}</p>}
      <DataTable isStackable caption={t('portalLink.keys')} heads={[t('portalLink.key'), t('portalLink.purpose'), t('portalLink.madeAt'), t('portalLink.state'), { title: t('portalLink.copyKey'), isUnseen: true }]}>
        {keys.map(({ kid, purpose, madeAt, state, open }) => (
          <tr key={kid}>
            <th scope="row"><span className="portal-link__id">{kid}</span></th>
            <td>{t(`portalLink.purposes.${purpose}`)}</td>
            <td><FullTime at={madeAt} /></td>
            <td>{t(`portalLink.keyStates.${state}`)}</td>
            <td><CopyButton text={open} label={t('portalLink.copyKey')} /></td>
          </tr>
        ))}
      </DataTable>
      <RenewKey id={id} onChanged={onChanged} />
    </section>
  )
}

function RenewKey({ id, onChanged }: { readonly id: string; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const { ask, isAsking } = useAsk()
  const [isOpen, setOpen] = useState(false)
  const renew = async (): Promise<void> => {
    const done = await ask(() => client.portalLink.renewKey({ id }), t('portalLink.renewed'))
    if (done) setOpen(false)
    onChanged()
  }
  return (
    <div className="row">
      <Button onPress={() => setOpen(true)}>{t('portalLink.renewKey')}</Button>
      <Dialog title={t('portalLink.renewTitle')} isOpen={isOpen} onClose={() => setOpen(false)} size="small">
        <p>{t('portalLink.renewText')}</p>
        <DialogActions>
          <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={isAsking} onPress={() => void renew()}>{t('portalLink.renewNow')}</Button>
        </DialogActions>
      </Dialog>
    </div>
  )
}
