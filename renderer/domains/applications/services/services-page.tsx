import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { NewServiceDialog } from './new-service-dialog.tsx'
import { useTownServices } from './queries.ts'
import { ServiceEditor } from './service-editor.tsx'
import { ServiceList } from './service-list.tsx'
import { useMayWrite } from './use-publishing.ts'
import './services.css'

/** The town's services as data: what is offered, what is being written, and the way to change it. */
export function ServicesPage(): ReactElement {
  const { t } = useTranslation()
  const town = useTownServices()
  const mayWrite = useMayWrite()
  const [openId, setOpenId] = useState<ServiceId>()
  const [lastId, setLastId] = useState<ServiceId>()
  const [isNew, setNew] = useState(false)
  const open = (id: ServiceId): void => {
    setNew(false)
    setOpenId(id)
  }
  const close = (): void => {
    setLastId(openId)
    setOpenId(undefined)
  }
  if (!town) return <Screen title={t('pages.services')}><output className="muted">{t('common.loading')}</output></Screen>
  if (openId) return <div className="screen screen--wide"><ServiceEditor key={openId} id={openId} departments={town.departments} onClose={close} /></div>
  return (
    <Screen title={t('pages.services')} intro={t(mayWrite ? 'services.intro' : 'services.introReading')} actions={mayWrite && <Button kind="primary" icon="plus" onPress={() => setNew(true)}>{t('services.new')}</Button>}>
      <ServiceList services={town.services} lastId={lastId} onOpen={open} />
      {isNew && <NewServiceDialog town={town} onClose={() => setNew(false)} onBegun={open} />}
    </Screen>
  )
}
