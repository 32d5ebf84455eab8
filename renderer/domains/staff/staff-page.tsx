import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../core-client/core-context.tsx'
import { Screen } from '../../ui/screen.tsx'
import { DepartmentsPart } from './departments/departments-part.tsx'
import { DevicesPart } from './devices/devices-part.tsx'
import { GroupsPart } from './groups/groups-part.tsx'
import { PeoplePart } from './people/people-part.tsx'
import { useStaff } from './queries.ts'
import './staff.css'

/** People, departments, computers and groups, for administrators of the whole town. Rights change only together with the service. */
export function StaffPage(): ReactElement {
  const { t } = useTranslation()
  const known = useStaff()
  const isOnline = useStatus()?.connection === 'online'
  return (
    <Screen isWide holdsFocus title={t('pages.staff')} intro={t('staff.intro')}>
      {!isOnline && <p className="callout">{t('staff.offline')}</p>}
      {known ? (
        <Tabs>
          <TabList className="tabs" aria-label={t('staff.parts')}>
            <Tab id="people" className="tab">{t('staff.peoplePart')}</Tab>
            <Tab id="departments" className="tab">{t('staff.departmentsPart')}</Tab>
            <Tab id="devices" className="tab">{t('staff.devicesPart')}</Tab>
            <Tab id="groups" className="tab">{t('staff.groupsPart')}</Tab>
          </TabList>
          <TabPanel id="people"><PeoplePart {...known} isOnline={isOnline} /></TabPanel>
          <TabPanel id="departments"><DepartmentsPart {...known} isOnline={isOnline} /></TabPanel>
          <TabPanel id="devices"><DevicesPart isOnline={isOnline} /></TabPanel>
          <TabPanel id="groups"><GroupsPart departments={known.departments} isOnline={isOnline} /></TabPanel>
        </Tabs>
      ) : <p className="muted">{t('common.loading')}</p>}
    </Screen>
  )
}
