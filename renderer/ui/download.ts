/** Puts a file into the folder for downloads; as bytes without a type, so that nothing opens it by itself. */
export function offerDownload(blob: Blob, filename: string): void {
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A file's name of several parts, without signs that no file name may hold. */
export const fileName = (parts: readonly string[], ending: string): string => `${parts.join(' ').replaceAll(/[/\\:*?"<>|]/g, '-')}.${ending}`

/** `Auswertung Durchsatz 2026-10-24 bis 2026-11-22.csv`. */
export const csvName = (parts: readonly string[]): string => fileName(parts, 'csv')
