import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isProvisional } from '../../../../shared/domains/applications/provisional.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Icon } from '../../../ui/icon.tsx'

/** The reference of a case; one taken down here has none to be copied before the service has given it. */
export function Reference({ application }: { readonly application: { readonly number: number; readonly reference: string } }): ReactElement {
  const { t } = useTranslation()
  if (isProvisional(application))
    return <span className="case__reference soon" title={t('capture.provisionalMeaning')}><Icon name="cloudWait" size={16} />{t('capture.provisionalReference')}</span>
  return (
    <>
      <span className="case__reference">{application.reference}</span>
      <CopyButton isIcon text={application.reference} label={t('case.copyReference')} />
    </>
  )
}
