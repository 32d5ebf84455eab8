import type { ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ProtectionOverview } from '../../../../shared/wire/protection.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { instantFromMs } from '../../../../shared/time.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useProtection } from '../queries.ts'
import { DuePart } from './due-part.tsx'
import { ProcessingPart } from './processing-part.tsx'
import { RequestsPart } from './requests-part.tsx'
import '../audit.css'

/** The desk of the data protection officer; each part prints as it stands. */
export function ProtectionPage(): ReactElement {
  const { t } = useTranslation()
  const { answer, renew } = useProtection()
  return (
    <Screen title={t('pages.protection')} intro={t('protection.intro')} isWide actions={<Button icon="print" onPress={() => window.print()}>{t('protection.print')}</Button>}>
      {answer.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {answer.kind === 'refused' && <Problem refusal={answer.refusal}><Button onPress={renew}>{t('common.tryAgain')}</Button></Problem>}
      {answer.kind === 'here' && <Parts overview={answer.value} onChanged={renew} />}
    </Screen>
  )
}

function Parts({ overview, onChanged }: { readonly overview: ProtectionOverview; readonly onChanged: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = instantFromMs(useNow())
  return (
    <div className="protection">
      <p className="protection__printed">{t('protection.asOf', { time: formatDayAndTime(now, language) })}</p>
      <Tabs>
        <TabList className="tabs" aria-label={t('pages.protection')}>
          <Tab id="due" className="tab">{t('protection.tabs.due')}</Tab>
          <Tab id="requests" className="tab">{t('protection.tabs.requests')}</Tab>
          <Tab id="processing" className="tab">{t('protection.tabs.processing')}</Tab>
        </TabList>
        <TabPanel id="due"><DuePart overview={overview} /></TabPanel>
        <TabPanel id="requests"><RequestsPart requests={overview.requests} onChanged={onChanged} /></TabPanel>
        <TabPanel id="processing"><ProcessingPart activities={overview.activities} /></TabPanel>
      </Tabs>
    </div>
  )
}
