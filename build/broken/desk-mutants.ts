import type { Mutant } from './mutant.ts'

const GUARDS = 'main/electron/guards.test.ts'
const RULES = { file: 'build/lint/electron-rules.test.ts', test: 'shell, preload script and screens keep every rule' }
const UPDATER = 'main/electron/updates/updater.test.ts'
const PAGE_POLICY = { file: 'main/electron/screens.test.ts', test: 'serves the screens with a strict policy' }

/** What keeps the page, the window and the installed program in their place. */
export const DESK_MUTANTS: readonly Mutant[] = [
  {
    name: 'navigation-anywhere', harm: 'The page leaves for any address and keeps its port to the core.', file: 'main/electron/guards.ts', isQuick: true,
    search: 'if (!details.isMainFrame || !isStartPage(details.url)) details.preventDefault()', replace: 'if (!details.isMainFrame) details.preventDefault()',
    probe: { file: GUARDS, test: 'does not leave for %s' },
  },
  {
    name: 'windows-allowed', harm: 'A page opens windows that nobody guards.', file: 'main/electron/guards.ts',
    search: "return { action: 'deny' }", replace: "return { action: 'allow' }", probe: { file: GUARDS, test: 'opens no window for %s, and leaves the rest to the one way out' },
  },
  {
    name: 'permissions-for-all', harm: 'Camera, microphone and location are given to whoever asks.', file: 'main/electron/permissions.ts',
    search: 'ALLOWED.has(permission) && isMainFrame &&', replace: 'isMainFrame &&', probe: { file: GUARDS, test: 'gives the page the clipboard to write to, and nobody anything else' },
  },
  {
    name: 'permissions-for-frames', harm: 'A frame of somebody else writes to the clipboard.', file: 'main/electron/permissions.ts',
    search: 'ALLOWED.has(permission) && isMainFrame &&', replace: 'ALLOWED.has(permission) &&', probe: { file: GUARDS, test: 'gives the page the clipboard to write to, and nobody anything else' },
  },
  {
    name: 'devices-for-all', harm: 'USB and serial devices are given to the page.', file: 'main/electron/permissions.ts',
    search: 'session.setDevicePermissionHandler(() => false)', replace: 'session.setDevicePermissionHandler(() => true)', probe: { file: GUARDS, test: 'gives away no device and no screen' },
  },
  {
    name: 'page-reaches-network', harm: 'What the page shows can be sent anywhere.', file: 'main/electron/guards.ts',
    search: "return isOurs(address) || address.startsWith('data:')", replace: "return isOurs(address) || address.startsWith('https:') || address.startsWith('data:')",
    probe: { file: GUARDS, test: 'loads what is our own and nothing from a network' },
  },
  {
    name: 'programs-downloaded', harm: 'An attachment is saved as a program.', file: 'main/electron/guards.ts',
    search: '(pdf|png|jpe?g', replace: '(exe|pdf|png|jpe?g', probe: { file: GUARDS, test: 'does not save %j' },
  },
  {
    name: 'policy-without-default', harm: 'What the policy does not name is allowed.', file: 'main/electron/screens.ts', isQuick: true,
    search: `"default-src 'none'", `, replace: '', probe: PAGE_POLICY,
  },
  {
    name: 'trusted-types-off', harm: 'Text may become markup or script.', file: 'main/electron/screens.ts',
    search: `"require-trusted-types-for 'script'", `, replace: '', probe: PAGE_POLICY,
  },
  { name: 'sandbox-off', harm: 'A hole in the renderer is a hole in the computer.', file: 'main/electron/window.ts', search: 'sandbox: true', replace: 'sandbox: false', probe: RULES },
  { name: 'node-in-page', harm: 'A script in the page reads files.', file: 'main/electron/window.ts', search: 'nodeIntegration: false', replace: 'nodeIntegration: true', probe: RULES },
  { name: 'isolation-off', harm: 'The page changes what the preload script runs.', file: 'main/electron/window.ts', search: 'contextIsolation: true', replace: 'contextIsolation: false', probe: RULES },
  {
    name: 'certificates-ignored', harm: 'Anybody on the line reads and answers as the service.', file: 'main/electron/network.ts',
    search: '  try {\n    tls.setDefaultCACertificates', replace: "  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'\n  try {\n    tls.setDefaultCACertificates", probe: RULES,
  },
  {
    name: 'external-anywhere', harm: 'A link in a case opens any address in the browser.', file: 'main/electron/external.ts',
    search: 'return origins.has(url.origin) ? url.href : undefined', replace: 'return url.href', probe: { file: 'main/electron/external.test.ts', test: 'nothing but a plain address of an allowed origin ever gets out' },
  },
  {
    name: 'link-with-more', harm: 'A link in an e-mail carries more than a case into the page.', file: 'main/electron/deep-link.ts',
    search: String.raw`([0-9a-f-]{36})\/?$/i`, replace: String.raw`([0-9a-f-]{36})\/?/i`, probe: { file: 'main/electron/deep-link.test.ts', test: 'leads nowhere: %j' },
  },
  {
    name: 'sender-unchecked', harm: 'A frame of somebody else asks for the port to the core.', file: 'preload/preload.ts',
    search: "source !== window || data !== 'core-port-wanted'", replace: "data !== 'core-port-wanted'", probe: { file: 'preload/preload.test.ts', test: 'listens to the page alone, and to one word' },
  },
  {
    name: 'unreadable-ends-core', harm: 'One message that cannot be read ends the core, again and again.', file: 'main/electron/core-port.ts',
    search: ".catch(() => log('core.message-dropped'))", replace: '', probe: { file: 'main/electron/core-port.test.ts', test: '%s is dropped, and the next call is answered' },
  },
  {
    name: 'switches-taken', harm: 'A packaged desk starts with a debugging port.', file: 'main/electron/switches.ts',
    search: 'FORBIDDEN_SWITCHES.find(hasSwitch)', replace: 'FORBIDDEN_SWITCHES.find(name => name === undefined && hasSwitch(name))',
    probe: { file: 'main/electron/shell.test.ts', test: 'a packaged desk refuses switches that take protections away, and has no devtools' },
  },
  {
    name: 'devtools-in-release', harm: 'Whoever sits down reads everything that the page holds.', file: 'main/electron/shell.ts',
    search: '    hasDevTools: !app.isPackaged,\n', replace: '    hasDevTools: true,\n',
    probe: { file: 'main/electron/shell.test.ts', test: 'a packaged desk refuses switches that take protections away, and has no devtools' },
  },
  {
    name: 'sign-in-from-any-host', harm: 'A page of another name answers in place of the provider.', file: 'main/electron/loopback.ts',
    search: ' || request.headers.host !== new URL(origin).host', replace: '', probe: { file: 'main/electron/loopback.test.ts', test: 'answers nothing that is not the provider' },
  },
  {
    name: 'update-signature-unchecked', harm: 'Whoever answers for the update server installs what they like.', file: 'main/electron/updates/signed-release.ts',
    search: 'if (!keys.some(key => verify(null, signed, publicKeyOf(key), signature)))', replace: 'if (keys.length === 0)', probe: { file: UPDATER, test: 'a release %s is refused and nothing of it lies ready' },
  },
  {
    name: 'update-downgrade', harm: 'A hole that was mended comes back with an old list.', file: 'main/electron/updates/choose.ts',
    search: 'compareVersions(release.version, here.version) < 0 || compareVersions(release.version, here.newestSeen) < 0', replace: 'release.version === here.deskId',
    probe: { file: UPDATER, test: 'an older list with a good signature does not bring back what a newer one has mended' },
  },
  {
    name: 'shell-cookie-for-all-sites', harm: 'Another page in the browser talks to the desk.', file: 'main/browser/gate.ts',
    search: 'HttpOnly; SameSite=Strict; Path=/', replace: 'HttpOnly; Path=/', probe: { file: 'main/browser/shell.test.ts', test: 'is good for one page, whose cookie survives a reload' },
  },
  {
    name: 'shell-from-any-origin', harm: 'Another page in the browser opens the desk.', file: 'main/browser/gate.ts',
    search: 'isSameOrigin: request => request.headers.origin === `http://${host}`', replace: "isSameOrigin: request => request.headers.origin !== ''", probe: { file: 'main/browser/shell.test.ts', test: 'is refused from another origin and in a long body' },
  },
  {
    name: 'fuse-flipped', harm: 'The installed program runs any script as Node.', file: 'build/packaged/fuses.ts',
    search: '[FuseV1Options.RunAsNode]: false', replace: '[FuseV1Options.RunAsNode]: true', probe: { file: 'build/package.test.ts', test: 'sets every fuse' },
  },
  {
    name: 'sources-in-archive', harm: 'Maps, databases and keys are packed and given away.', file: 'build/packaged/contents.ts',
    search: 'return names.filter(name => !folders.has(name) &&', replace: "return names.filter(name => name === '' &&", probe: { file: 'build/package.test.ts', test: '%s was not meant to be packed' },
  },
]
