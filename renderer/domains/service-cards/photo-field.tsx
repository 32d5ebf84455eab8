import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { geometryOn } from '../../../shared/domains/service-cards/geometry.ts'
import { Button } from '../../ui/button.tsx'
import { Photo } from './card-photo.tsx'
import { useToday } from './card-words.tsx'
import { isLargeEnough } from './crop.ts'
import { CropDialog } from './crop-dialog.tsx'

interface Props {
  /** As an address; null where there is none yet. */
  readonly address: string | null
  readonly name: string
  readonly error: string | undefined
  readonly onTake: (picture: string) => void
}

const KINDS = ['image/jpeg', 'image/png', 'image/webp']

/** The photo of a card: chosen as a file or taken by a camera, then cropped. */
export function PhotoField({ address, name, error, onTake }: Props): ReactElement {
  const { t } = useTranslation()
  const { photo } = geometryOn(useToday())
  const [bitmap, setBitmap] = useState<ImageBitmap>()
  const [wrong, setWrong] = useState<string>()
  const choose = async (list: FileList | null): Promise<void> => {
    const file = list?.[0]
    if (!file) return
    const read = await createImageBitmap(file).catch(() => undefined)
    const isUsable = read !== undefined && isLargeEnough(read, photo)
    setWrong(read ? (isUsable ? undefined : t('serviceCards.photoSmall', { width: photo.width, height: photo.height })) : t('serviceCards.photoWrong'))
    setBitmap(isUsable ? read : undefined)
  }
  const said = wrong ?? error
  return (
    <fieldset className="card-photo-field" aria-describedby="card-photo-hint">
      <legend className="field__label">{t('serviceCards.photo')}</legend>
      <Photo address={address} name={name} />
      <div className="stack">
        <div className="row">
          <FileTrigger acceptedFileTypes={KINDS} onSelect={list => void choose(list)}><Button icon="file">{t(address ? 'serviceCards.photoOther' : 'serviceCards.photoChoose')}</Button></FileTrigger>
          <FileTrigger acceptedFileTypes={KINDS} defaultCamera="user" onSelect={list => void choose(list)}><Button icon="eye">{t('serviceCards.photoCamera')}</Button></FileTrigger>
        </div>
        {said && <p role="alert" className="field__hint field__hint--error">{said}</p>}
        <p id="card-photo-hint" className="field__hint">{t('serviceCards.photoHint')}</p>
      </div>
      {bitmap && <CropDialog bitmap={bitmap} onClose={() => setBitmap(undefined)} onTake={picture => { onTake(picture); setBitmap(undefined) }} />}
    </fieldset>
  )
}
