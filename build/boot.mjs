// Prepares the machine and then runs one of the project's scripts on Node 24:
//
//   node build/boot.mjs <script> [arguments]
//
// Plain JavaScript without dependencies, because it runs on Node 20 before anything is installed.
// Everything it has to say goes to standard error: standard output belongs to the script.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const remembered = join(root, 'node_modules', '.boot')
/** What one process of ours has compiled is kept here, so that the next need not compile it again. */
const compiled = join(root, 'node_modules', '.cache', 'compiled')
const isWindows = process.platform === 'win32'

const electronDownloadLimitMs = 60_000
const parentLookMs = 300

/** Which file a script runs, and what it wants from the machine beside node_modules. */
const scripts = {
  start: { file: 'build/start.ts', window: true },
  desk: { file: 'build/desk.ts', window: true },
  service: { file: 'build/service.ts' },
  token: { file: 'build/token.ts' },
  simulate: { file: 'build/simulate.ts' },
  test: { file: 'build/test.ts', debian: 'all' },
  bench: { file: 'tests/bench/bench.ts' },
  torture: { file: 'tests/torture/torture.ts' },
  load: { file: 'tests/load/load.ts' },
  'broken-builds': { file: 'build/broken/run.ts', debian: 'all' },
  town: { file: 'build/town.ts' },
  check: { file: 'build/check.ts' },
  fix: { file: 'build/fix.ts' },
  screenshots: { file: 'build/screenshots.ts', debian: 'browser' },
  package: { file: 'build/package.ts', electron: true },
  'package:service': { file: 'build/linux/package-service.ts' },
  release: { file: 'build/release.ts' },
}

const libraryFolders = ['/usr/lib', '/usr/lib64', ...listFolder('/usr/lib').filter((name) => name.includes('-linux-')).map((name) => `/usr/lib/${name}`)]

/** Debian packages with the sign that one is there already. */
const browserPackages = [
  { name: 'chromium', isThere: () => ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(isOnPath) },
  { name: 'fonts-liberation', isThere: () => listFolder('/usr/share/fonts/truetype').length > 0 },
]
const allPackages = [
  ...browserPackages,
  { name: 'xvfb', isThere: () => isOnPath('Xvfb') },
  { name: 'libsecret-1-0', isThere: () => isLibraryThere('libsecret-1.so.0') },
  { name: 'libsecret-1-dev', isThere: () => isLibraryThere('pkgconfig/libsecret-1.pc') },
  { name: 'gnome-keyring', isThere: () => isOnPath('gnome-keyring-daemon') },
  { name: 'dbus', isThere: () => isOnPath('dbus-run-session') },
  { name: 'dbus-x11', isThere: () => isOnPath('dbus-launch') },
  { name: 'postgresql', isThere: () => listFolder('/usr/lib/postgresql').some((version) => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`)) },
  { name: 'strace', isThere: () => isOnPath('strace') },
  { name: 'openssl', isThere: () => isOnPath('openssl') },
]

/** The child that signals are passed on to: an installer first, the script later. */
let running
let stopSignal

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

function listFolder(path) {
  return existsSync(path) ? readdirSync(path) : []
}

function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders, '/usr/bin', '/usr/sbin'].some((folder) => existsSync(join(folder, program)))
}

function isLibraryThere(name) {
  return libraryFolders.some((folder) => existsSync(join(folder, name)))
}

/** Runs a program to its end and gives its exit code; never rejects. */
function run(command, args, { stdio, env = process.env, limitMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio, env })
    running = child
    const timer = limitMs ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined
    child.on('error', (error) => {
      clearTimeout(timer)
      say(`${command} could not be started: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1))
    })
  })
}

/** Installers write to standard error, so that standard output stays clean. */
const toStandardError = ['ignore', 2, 2]

async function runInstaller(command, args, options = {}) {
  const code = await run(command, args, { stdio: toStandardError, ...options })
  if (stopSignal) process.exit(stopSignal === 'SIGINT' ? 130 : 143)
  return code
}

function lockHash() {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(`${process.platform} ${process.arch}`).digest('hex')
}

function readRemembered(name) {
  const path = join(remembered, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function remember(name, value) {
  mkdirSync(remembered, { recursive: true })
  writeFileSync(join(remembered, name), value)
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

/** True when somebody installed exactly the lock file's packages by hand; optional ones may be missing. */
function isInstalledByHand() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = Object.entries(readPackages(join(root, 'package-lock.json')))
  return wanted.every(([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version)
}

async function ensureNodeModules() {
  const hash = lockHash()
  if (readRemembered('lock') === hash && existsSync(packagedNode())) return
  if (!isInstalledByHand() || !existsSync(packagedNode())) await installNodeModules()
  remember('lock', hash)
}

async function installNodeModules() {
  say('Installing the packages of package-lock.json (npm ci); this takes a few minutes the first time.')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const code = npm?.endsWith('.js')
    ? await runInstaller(process.execPath, [npm, ...args])
    : await runInstaller(isWindows ? 'npm.cmd' : 'npm', args)
  if (code !== 0) fail('The packages could not be installed. Is the network there? The lines above say what npm met.')
}

function packagedNode() {
  return join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')
}

async function ensureDebianPackages(packages) {
  if (process.platform !== 'linux') return
  const missing = missingNames(packages)
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && isOnPath('apt-get')) await installDebianPackages(missing)
  const stillMissing = missingNames(packages)
  if (stillMissing.length > 0) fail(`Please install first: sudo apt-get install -y --no-install-recommends ${stillMissing.join(' ')}`)
}

function missingNames(packages) {
  return packages.filter(({ isThere }) => !isThere()).map(({ name }) => name)
}

async function installDebianPackages(names) {
  say(`Installing Debian packages: ${names.join(' ')}.`)
  // RUNLEVEL=1 keeps the postgresql package from starting a server of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  await runInstaller('apt-get', ['-q', 'update'], { env })
  await runInstaller('apt-get', ['-q', 'install', '-y', '--no-install-recommends', ...names], { env })
}

function isElectronThere() {
  return existsSync(join(root, 'node_modules', 'electron', 'path.txt'))
}

/** Tries once to fetch the Electron binary; where that fails, the system's browser shows the desk. */
async function tryElectron() {
  const version = readPackages(join(root, 'package-lock.json'))['node_modules/electron'].version
  if (isElectronThere() || readRemembered('electron') === version) return
  say('Downloading Electron (given up after one minute where it cannot be reached).')
  await runInstaller(packagedNode(), [join('node_modules', 'electron', 'install.js')], { stdio: 'ignore', limitMs: electronDownloadLimitMs })
  remember('electron', version)
}

async function prepare(script, args) {
  const wantsWindow = script.window && !args.includes('--headless')
  if (script.debian === 'all') await ensureDebianPackages(allPackages)
  if (script.debian === 'browser') await ensureDebianPackages(browserPackages)
  await ensureNodeModules()
  if (wantsWindow || script.electron) await tryElectron()
  if (wantsWindow && !isElectronThere()) await ensureDebianPackages(browserPackages)
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}

function passSignalOn(signal) {
  stopSignal = signal
  // Ctrl+C in a terminal reaches the whole group already; a second one would mean "at once".
  if (signal === 'SIGINT' && process.stdin.isTTY) return
  running?.kill(signal)
}

/**
 * npm passes SIGTERM on to the shell it started us with, and that shell dies of it without telling us.
 * So under npm, a parent that is gone means the same as the signal.
 */
function watchParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    passSignalOn('SIGTERM')
  }, parentLookMs)
  timer.unref()
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2)
  const script = Object.hasOwn(scripts, name) ? scripts[name] : fail(`Unknown script "${name}". There are: ${Object.keys(scripts).join(', ')}.`)
  process.on('SIGTERM', passSignalOn)
  process.on('SIGINT', passSignalOn)
  watchParent()
  await prepare(script, args)
  const path = [join(root, 'node_modules', '.bin'), dirname(packagedNode()), process.env.PATH ?? ''].join(delimiter)
  process.exit(await run(packagedNode(), [script.file, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiled } }))
}

await main()
