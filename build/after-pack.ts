import { flipFuses } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { join } from 'node:path'
import { FUSES, wrongFuses } from './packaged/fuses.ts'

/** Called by electron-builder after it has laid out the application and before it is signed. */
export async function afterPack({ appOutDir, packager, electronPlatformName }: AfterPackContext): Promise<void> {
  const file = join(appOutDir, executable(electronPlatformName, packager.appInfo))
  await flipFuses(file, FUSES)
  const wrong = await wrongFuses(file)
  if (wrong.length > 0) throw new Error(`${file} does not hold what was written: ${wrong.join(', ')}`)
}

function executable(platform: string, { productFilename, sanitizedName }: AfterPackContext['packager']['appInfo']): string {
  if (platform === 'darwin') return `${productFilename}.app`
  return platform === 'win32' ? `${productFilename}.exe` : sanitizedName.toLowerCase()
}
