import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../shared/result.ts'
import type { PortalDestination } from '../../../shared/wire/portal-link.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { FullTime } from '../../ui/time.tsx'
import { useAsk } from './use-ask.ts'

interface Props {
  readonly destinations: readonly PortalDestination[]
  readonly areKeysByHand: boolean
  readonly onChanged: () => void
}

/** Where submissions are collected, when that was done last, and with which keys they are opened. */
export function DestinationsPanel({ destinations, ...rest }: Props): ReactElement {
  return (
    <div className="stack portal-link">
      {destinations.map(destination => <Destination key={destination.id} destination={destination} {...rest} />)}
    </div>
  )
}

function Destination({ destination, areKeysByHand, onChanged }: Omit<Props, 'destinations'> & { readonly destination: PortalDestination }): ReactElement {
  const { t } = useTranslation()
  const { id, answeredAt, problem, keys } = destination
  return (
    <section className="stack" aria-labelledby={`destination-${id}`}>
      <h2 id={`destination-${id}`} className="panel__title">{t('portalLink.destination')} <span className="portal-link__id">{id}</span></h2>
      <p>{answeredAt === null ? t('portalLink.neverCollected') : t('portalLink.collected')} {answeredAt !== null && <FullTime at={answeredAt} />}</p>
      {problem && <p className="callout">{t(`portalLink.destinationProblems.${problem}`)}</p>}
      <DataTable isStackable caption={t('portalLink.keys')} heads={[t('portalLink.key'), t('portalLink.purpose'), t('portalLink.madeAt'), t('portalLink.state'), { title: t('portalLink.actions'), isUnseen: true }]}>
        {keys.map(({ kid, purpose, madeAt, state, open }) => (
          <tr key={kid}>
            <th scope="row"><span className="portal-link__id">{kid}</span></th>
            <td>{t(`portalLink.purposes.${purpose}`)}</td>
            <td><FullTime at={madeAt} /></td>
            <td>{t(`portalLink.keyStates.${state}`)}</td>
            <td>
              <div className="row">
                <CopyButton text={open} label={t('portalLink.copyKey')} />
                {areKeysByHand && purpose === 'signing' && state === 'new' && <ConfirmKey id={id} kid={kid} onChanged={onChanged} />}
              </div>
            </td>
          </tr>
        ))}
      </DataTable>
      <div className="row">
        <RenewKey id={id} purpose="encryption" onChanged={onChanged} />
        <RenewKey id={id} purpose="signing" onChanged={onChanged} />
      </div>
    </section>
  )
}

interface KeyProps {
  /** Of the destination. */
  readonly id: string
  readonly onChanged: () => void
}

function RenewKey({ id, purpose, onChanged }: KeyProps & Pick<PortalDestination['keys'][number], 'purpose'>): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const words = { open: t(`portalLink.renew.${purpose}.open`), title: t(`portalLink.renew.${purpose}.title`), text: t(`portalLink.renew.${purpose}.text`), now: t('portalLink.renewNow'), done: t('portalLink.renewed') }
  return <AskedFirst words={words} call={() => client.portalLink.renewKey({ id, purpose })} onChanged={onChanged} />
}

/** That a signing key was entered at the portal nobody but who did it can tell. */
function ConfirmKey({ id, kid, onChanged }: KeyProps & { readonly kid: string }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const words = { open: t('portalLink.confirmKey'), title: t('portalLink.confirmTitle'), text: t('portalLink.confirmText'), now: t('portalLink.confirmNow'), done: t('portalLink.confirmed') }
  return <AskedFirst words={words} call={() => client.portalLink.confirmKey({ id, kid })} onChanged={onChanged} />
}

interface AskedFirstProps {
  readonly words: Readonly<Record<'open' | 'title' | 'text' | 'now' | 'done', string>>
  readonly call: () => Promise<Result<object, RefusalShown>>
  readonly onChanged: () => void
}

/** A button that does something after it has said what. */
function AskedFirst({ words, call, onChanged }: AskedFirstProps): ReactElement {
  const { t } = useTranslation()
  const { ask, isAsking } = useAsk()
  const [isOpen, setOpen] = useState(false)
  const act = async (): Promise<void> => {
    const done = await ask(call, words.done)
    if (done) setOpen(false)
    onChanged()
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.open}</Button>
      <Dialog title={words.title} isOpen={isOpen} onClose={() => setOpen(false)} size="small">
        <p>{words.text}</p>
        <DialogActions>
          <Button onPress={() => setOpen(false)}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={isAsking} onPress={() => void act()}>{words.now}</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
