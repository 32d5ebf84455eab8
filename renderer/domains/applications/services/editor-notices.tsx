import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedService } from '../../../../shared/contract/services.ts'
import type { ServiceProblem } from '../../../../shared/domains/applications/draft-problem.ts'
import { Button } from '../../../ui/button.tsx'
import { DraftNotices } from '../../../ui/editing/draft-notices.tsx'
import { countsOf, MissingNotice } from '../../../ui/editing/editor-parts.tsx'
import { partOf, PART_NAMES, type PartName } from './editor-parts.ts'
import { useMayWrite } from './use-publishing.ts'
import type { OpenServiceDraft } from './use-service-draft.ts'

interface Props {
  readonly edited: EditedService
  readonly draft: OpenServiceDraft
  readonly problems: readonly ServiceProblem[]
  readonly onGo: (part: PartName) => void
}

/** What a person has to know before going on: what is missing, who else was here, what rests on an older state. */
export function EditorNotices({ edited, draft, problems, onGo }: Props): ReactElement {
  const { t } = useTranslation()
  const mayWrite = useMayWrite()
  return (
    <>
      <DraftNotices draft={draft} outdated={<><p>{t('services.outdated')}</p>{mayWrite && <Button onPress={() => void draft.rebase()}>{t('services.rebase')}</Button>}</>} />
      {edited.service?.active === false && <p className="callout">{t('services.withdrawnNote')}</p>}
      {problems.length > 0 && (
        <MissingNotice names={PART_NAMES} title={name => t(`services.part.${name}`)} counts={countsOf(problems, partOf)} onGo={onGo}>{t('services.missingTitle', { count: problems.length })}</MissingNotice>
      )}
    </>
  )
}
