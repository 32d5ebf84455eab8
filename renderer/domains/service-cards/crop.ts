/** What is cut out of a picture, in its own pixels; the height follows from the shape of the photo. */
export interface Crop {
  readonly x: number
  readonly y: number
  readonly width: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The widest section of a picture that has the shape of the photo. */
export const widestCrop = (picture: Size, photo: Size): number => Math.min(picture.width, (picture.height * photo.width) / photo.height)

/** Whether a picture has enough pixels for a photo. */
export const isLargeEnough = (picture: Size, photo: Size): boolean => picture.width >= photo.width && picture.height >= photo.height

/** The first proposal: as much as fits, in the middle, a little above it because faces are there. */
export function firstCrop(picture: Size, photo: Size): Crop {
  const width = widestCrop(picture, photo)
  return within(picture, photo, { x: (picture.width - width) / 2, y: (picture.height - heightOf(width, photo)) / 3, width })
}

/** The same section, larger or smaller around its middle. */
export function resized(picture: Size, photo: Size, crop: Crop, width: number): Crop {
  const more = crop.width - width
  return within(picture, photo, { x: crop.x + more / 2, y: crop.y + heightOf(more, photo) / 2, width })
}

/** The nearest section that lies in the picture and has no fewer pixels than the photo. */
export function within(picture: Size, photo: Size, { x, y, width }: Crop): Crop {
  const wide = between(width, photo.width, widestCrop(picture, photo))
  return { x: between(x, 0, picture.width - wide), y: between(y, 0, picture.height - heightOf(wide, photo)), width: wide }
}

export const heightOf = (width: number, photo: Size): number => (width * photo.height) / photo.width

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
