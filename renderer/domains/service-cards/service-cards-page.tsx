import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepartmentId, ServiceCardId } from '../../../shared/ids.ts'
import { usePerson } from '../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CardDetails } from './card-details.tsx'
import { CardList } from './card-list.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { OrganisationEditor } from './organisation-editor.tsx'
import { useCards } from './queries.ts'
import { RequestDialog } from './request-dialog.tsx'
import './service-cards.css'

type Shown = { readonly kind: 'request' | 'check' } | { readonly kind: 'edit'; readonly departmentId: DepartmentId } | { readonly kind: 'card'; readonly id: ServiceCardId }

/** Service ID cards: what is to be done, all cards, one card from the request to its end. */
export function ServiceCardsPage(): ReactElement {
  const { t } = useTranslation()
  const known = useCards()
  const [shown, setShown] = useState<Shown>()
  const { grants } = usePerson()
  const leads = grants.find(({ role, departmentId }) => role === 'lead' && departmentId !== null)?.departmentId ?? undefined
  const mayAsk = grants.some(({ role }) => role === 'clerk' || role === 'lead')
  const isEmpty = known?.organisations.length === 0
  const chosen = shown?.kind === 'card' ? known?.cards.find(({ id }) => id === shown.id) : undefined
  const close = (): void => setShown(undefined)
  const actions = known && (
    <>
      {leads && <Button icon="pencil" onPress={() => setShown({ kind: 'edit', departmentId: leads })}>{t('serviceCards.edit')}</Button>}
      {!isEmpty && <Button icon="shieldCheck" onPress={() => setShown({ kind: 'check' })}>{t('serviceCards.check')}</Button>}
      {!isEmpty && mayAsk && <ActionButton kind="primary" icon="plus" isPrimary onPress={() => setShown({ kind: 'request' })}>{t('serviceCards.request')}</ActionButton>}
    </>
  )
  return (
    <Screen title={t('pages.service-cards')} isWide actions={actions} holdsFocus>
      {!known && <p className="muted">{t('common.loading')}</p>}
      {isEmpty && <div className="empty"><Icon name="person" size={32} /><p>{t('serviceCards.none')}</p><p>{t('serviceCards.noneHint')}</p></div>}
      {known && !isEmpty && <CardList known={known} onOpen={id => setShown({ kind: 'card', id })} />}
      {known && shown?.kind === 'request' && <RequestDialog known={known} task={{ kind: 'new' }} onClose={close} />}
      {shown?.kind === 'check' && <CheckDialog onClose={close} />}
      {known && shown?.kind === 'edit' && <OrganisationEditor organisations={known.organisations} departmentId={shown.departmentId} onClose={close} />}
      {known && chosen && <CardDetails key={chosen.id} card={chosen} known={known} onOpen={id => setShown({ kind: 'card', id })} onClose={close} />}
    </Screen>
  )
}
