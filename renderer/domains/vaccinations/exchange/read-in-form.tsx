import type { ReactElement } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useNoLeavingByDrop } from '../../../ui/use-no-leaving-by-drop.ts'
import './exchange.css'
import { ReadRecordsPart } from './read-records-part.tsx'
import { useReadFile } from './use-read-file.ts'

interface Props {
  readonly visit: Visit
  readonly today: string
  readonly onClose: () => void
}

/** Which file, and what of it. */
export function ReadInForm({ visit, today, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { name, isReading, records, choose } = useReadFile(today)
  const first = useFirstFocus<HTMLButtonElement>()
  useNoLeavingByDrop()
  return (
    <div className="exchange">
      <p>{t('vaccinationExchange.readInIntro')}</p>
      <DropZone
        className="exchange__drop" aria-label={t('vaccinationExchange.drop')}
        onDrop={({ items }) => { for (const item of items.slice(0, 1)) if (item.kind === 'file') void item.getFile().then(choose) }}
      >
        <FileTrigger acceptedFileTypes={['.json', 'application/json', 'application/fhir+json']} onSelect={list => list?.[0] && choose(list[0])}>
          <Button ref={first} icon="file" kind={records?.kind === 'read' ? 'secondary' : 'primary'}>{t(name ? 'vaccinationExchange.otherFile' : 'vaccinationExchange.chooseFile')}</Button>
        </FileTrigger>
        <span className="exchange__file">{name ?? t('vaccinationExchange.drop')}</span>
      </DropZone>
      <output>{isReading && <p className="muted">{t('vaccinationExchange.reading')}</p>}</output>
      {records?.kind === 'unreadable' && <p className="exchange__bad" role="alert"><Icon name="warning" />{t(`vaccinationExchange.unreadable.${records.reason}`)}</p>}
      {records?.kind === 'read' ? <ReadRecordsPart visit={visit} records={records} onClose={onClose} /> : <DialogActions><Button onPress={onClose}>{t('common.cancel')}</Button></DialogActions>}
    </div>
  )
}
