import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { FACSIMILE_LIMITS } from '../../../shared/domains/letters/facsimile.ts'
import type { Letterhead } from '../../../shared/domains/staff/tables.ts'
import { Button } from '../../ui/button.tsx'
import { pictureFrom } from './facsimile-picture.ts'

interface Props {
  readonly letterhead: Letterhead
  /** `picture`: the new one in base64; null where there is none any more. */
  readonly onChange: (letterhead: Letterhead, picture: string | null) => void
}

/** The picture of the signature in a letterhead: chosen as a file, made as letters need it, or taken away. */
export function FacsimileField({ letterhead, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [isWrong, setWrong] = useState(false)
  const { facsimile } = letterhead
  const take = async (file: File): Promise<void> => {
    const made = await pictureFrom(file)
    setWrong(!made)
    if (made) onChange({ ...letterhead, facsimile: made.facsimile }, made.picture)
  }
  const remove = (): void => {
    const bare = { ...letterhead }
    delete bare.facsimile
    setWrong(false)
    onChange(bare, null)
  }
  return (
    <fieldset aria-describedby="facsimile-hint" className="facsimile">
      <legend className="field__label">{t('blocks.facsimile.title')}</legend>
      <output>{facsimile ? t('blocks.facsimile.given', { width: facsimile.width, height: facsimile.height }) : t('blocks.facsimile.none')}</output>
      {isWrong && <p role="alert" className="field__hint field__hint--error">{t('blocks.facsimile.wrong')}</p>}
      <p id="facsimile-hint" className="field__hint">{t('blocks.facsimile.hint', FACSIMILE_LIMITS)}</p>
      <div className="row">
        <FileTrigger acceptedFileTypes={['image/png', 'image/jpeg']} onSelect={list => list?.[0] && void take(list[0])}><Button icon="file">{t(facsimile ? 'blocks.facsimile.other' : 'blocks.facsimile.choose')}</Button></FileTrigger>
        {facsimile && <Button icon="trash" onPress={remove}>{t('blocks.facsimile.remove')}</Button>}
      </div>
    </fieldset>
  )
}
