import { flipFuses, FuseV1Options, FuseVersion, type FuseConfig } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { join } from 'node:path'

/** What the packaged binary refuses for good, whoever starts it. A fuse that a new Electron brings stops the packaging. */
const FUSES: FuseConfig = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/** Called by electron-builder after it has laid out the application and before it is signed. */
export async function afterPack({ appOutDir, packager, electronPlatformName }: AfterPackContext): Promise<void> {
  await flipFuses(join(appOutDir, executable(electronPlatformName, packager.appInfo)), FUSES)
}

function executable(platform: string, { productFilename, sanitizedName }: AfterPackContext['packager']['appInfo']): string {
  if (platform === 'darwin') return `${productFilename}.app`
  return platform === 'win32' ? `${productFilename}.exe` : sanitizedName.toLowerCase()
}
