import { useEffect, useRef, useState, type PointerEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { geometryOn } from '../../../shared/domains/service-cards/geometry.ts'
import { toBase64 } from '../../ui/bytes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { useToday } from './card-words.tsx'
import { firstCrop, heightOf, resized, widestCrop, within, type Crop } from './crop.ts'

interface Props {
  readonly bitmap: ImageBitmap
  /** The photo in base64, as cards need it. */
  readonly onTake: (picture: string) => void
  readonly onClose: () => void
}

/** How much of a photo is kept in its file, tried one after the other until it is small enough. */
const QUALITIES = [0.9, 0.8, 0.65, 0.5, 0.35] as const

/** Cuts a photo to the shape of cards: dragged, or set by three sliders. */
export function CropDialog({ bitmap, onTake, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { photo } = geometryOn(useToday())
  const [crop, setCrop] = useState(() => firstCrop(bitmap, photo))
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    context.fillStyle = 'white'
    context.fillRect(0, 0, photo.width, photo.height)
    context.drawImage(bitmap, crop.x, crop.y, crop.width, heightOf(crop.width, photo), 0, 0, photo.width, photo.height)
  }, [bitmap, crop, photo])
  const take = async (): Promise<void> => {
    const picture = canvas.current && (await writtenPhoto(canvas.current, photo.maxBytes))
    if (picture) onTake(picture)
  }
  const drag = ({ buttons, movementX, movementY, currentTarget }: PointerEvent<HTMLCanvasElement>): void => {
    if (buttons !== 1) return
    const scale = crop.width / currentTarget.clientWidth
    setCrop(now => within(bitmap, photo, { ...now, x: now.x - movementX * scale, y: now.y - movementY * scale }))
  }
  return (
    <Dialog title={t('serviceCards.crop')} isOpen onClose={onClose}>
      <p>{t('serviceCards.cropHint')}</p>
      <div className="card-crop">
        <canvas ref={canvas} width={photo.width} height={photo.height} className="card-crop__picture" onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag}>{t('serviceCards.photo')}</canvas>
        <Sliders bitmap={bitmap} photo={photo} crop={crop} onChange={setCrop} />
      </div>
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" onPress={() => void take()}>{t('serviceCards.cropTake')}</Button>
      </DialogActions>
    </Dialog>
  )
}

interface SlidersProps {
  readonly bitmap: ImageBitmap
  readonly photo: { readonly width: number; readonly height: number }
  readonly crop: Crop
  readonly onChange: (crop: Crop) => void
}

function Sliders({ bitmap, photo, crop, onChange }: SlidersProps): ReactElement {
  const { t } = useTranslation()
  const widest = widestCrop(bitmap, photo)
  return (
    <div className="stack">
      <Slider label={t('serviceCards.cropSize')} value={widest - crop.width} most={widest - photo.width} onChange={closer => onChange(resized(bitmap, photo, crop, widest - closer))} />
      <Slider label={t('serviceCards.cropX')} value={crop.x} most={bitmap.width - crop.width} onChange={x => onChange(within(bitmap, photo, { ...crop, x }))} />
      <Slider label={t('serviceCards.cropY')} value={crop.y} most={bitmap.height - heightOf(crop.width, photo)} onChange={y => onChange(within(bitmap, photo, { ...crop, y }))} />
    </div>
  )
}

/** Steps by arrow keys; pages are a tenth of the way. */
function Slider({ label, value, most, onChange }: { readonly label: string; readonly value: number; readonly most: number; readonly onChange: (value: number) => void }): ReactElement {
  const isFixed = most < 1
  return (
    <label className="card-slider">
      <span className="field__label">{label}</span>
      <input type="range" min={0} max={isFixed ? 1 : most} step={isFixed ? 1 : most / 50} value={isFixed ? 0 : value} disabled={isFixed} onChange={event => onChange(event.target.valueAsNumber)} />
    </label>
  )
}

/** As a JPEG that is small enough to travel; anything else that stood in the file it came from stays behind. */
async function writtenPhoto(canvas: HTMLCanvasElement, maxBytes: number): Promise<string | undefined> {
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (blob && blob.size <= maxBytes) return toBase64(new Uint8Array(await blob.arrayBuffer()))
  }
  return undefined
}
