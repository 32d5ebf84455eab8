import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { useOfficialWarnings } from '../queries.ts'
import { holds } from './open-warnings.ts'
import { useIsOfficer } from './use-is-officer.ts'
import { WarningsDialog } from './warnings-dialog.tsx'

/** The way to what other authorities warn of, acknowledged or not, and to how old that picture is. */
export function WarningsButton(): ReactElement | null {
  return useIsOfficer() ? <OpenButton /> : null
}

function OpenButton(): ReactElement {
  const { t } = useTranslation()
  const now = instantFromMs(useNow())
  const warnings = useOfficialWarnings() ?? []
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="warning" onPress={() => setOpen(true)}>{t('alertWarnings.button', { count: warnings.filter(warning => holds(warning, now)).length })}</Button>
      {isOpen && <WarningsDialog warnings={warnings} onClose={() => setOpen(false)} />}
    </>
  )
}
