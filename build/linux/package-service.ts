// Makes the Debian package of the service, and the same as one folder: out/service/rathaus-service_<version>_<architecture>.deb and .tar.gz
import { execFileSync } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PROGRAM_VERSION } from '../operate/program-version.ts'
import { ROOT } from '../paths.ts'
import { stageProgram } from './stage-service.ts'

const HERE = join(ROOT, 'build/linux')
/** What Debian calls a machine, by Node's word for it. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }
const ARCHITECTURE = ARCHITECTURES[process.arch] ?? process.arch

/** Where each file of the system goes, and who may run it. Nothing below /lib: it is a link, and a folder that is unpacked over it would take its place. */
const SYSTEM_FILES = [
  { from: 'rathaus-service.sh', to: 'usr/bin/rathaus-service', mode: 0o755 },
  ...['rathaus-service.service', 'rathaus-service-backup.service', 'rathaus-service-backup.timer'].map(name => ({ from: `units/${name}`, to: `usr/lib/systemd/system/${name}`, mode: 0o644 })),
  { from: 'units/journald@rathaus-service.conf', to: 'etc/systemd/journald@rathaus-service.conf', mode: 0o644 },
  ...['postinst', 'prerm', 'postrm'].map(name => ({ from: `debian/${name}`, to: `DEBIAN/${name}`, mode: 0o755 })),
]

const CONTROL = `Package: rathaus-service
Version: ${PROGRAM_VERSION}
Architecture: ${ARCHITECTURE}
Maintainer: Rathaus Desk
Depends: libc6 (>= 2.34), libstdc++6, passwd, postgresql-client (>= 15)
Recommends: postgresql (>= 15), systemd-timesyncd | time-daemon
Section: admin
Priority: optional
Description: central service of Rathaus Desk
 Serves the desks of one town hall or of several, from a PostgreSQL database.
 Brings its own Node; set up by "rathaus-service setup".
`

async function stage(folder: string): Promise<void> {
  await stageProgram(join(folder, 'opt/rathaus-service'))
  for (const { from, to, mode } of SYSTEM_FILES) {
    await mkdir(dirname(join(folder, to)), { recursive: true })
    await copyFile(join(HERE, from), join(folder, to))
    await chmod(join(folder, to), mode)
  }
  await writeFile(join(folder, 'DEBIAN/control'), CONTROL)
  await writeFile(join(folder, 'DEBIAN/conffiles'), '/etc/systemd/journald@rathaus-service.conf\n')
}

const folder = await mkdtemp(join(tmpdir(), 'rathaus-package-'))
try {
  await chmod(folder, 0o755)
  await stage(folder)
  const out = join(ROOT, 'out/service')
  await mkdir(out, { recursive: true })
  const name = join(out, `rathaus-service_${PROGRAM_VERSION}_${ARCHITECTURE}`)
  execFileSync('dpkg-deb', ['--build', '--root-owner-group', '-Zxz', '-z1', folder, `${name}.deb`], { stdio: 'inherit' })
  execFileSync('tar', ['--create', '--gzip', '--owner=0', '--group=0', '--exclude=./DEBIAN', `--file=${name}.tar.gz`, '--directory', folder, '.'], { stdio: 'inherit' })
  process.stdout.write(`${name}.deb\n${name}.tar.gz\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
