import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ended, makeCertificate, type Machine } from './machine.ts'

/** What Debian's installer leaves on a machine without a surface, as far as it concerns a service. */
const BARE = 'systemd,systemd-sysv,systemd-timesyncd,dbus,sudo,ca-certificates'
const PACKAGES = '/root/pakete'
/** The first time a Debian prepares itself, which a busy machine does slowly. */
const BOOTED_WITHIN_MS = 300_000
/** Room for a Debian and a PostgreSQL; /tmp is in memory on some machines. */
const PLACE = '/var/tmp'

/** Debian's own programs that make such a machine and start it; without them, and without an administrator, there is none. */
export const canBootDebian = (): boolean =>
  process.getuid?.() === 0 && ['debootstrap', 'unshare', 'nsenter'].every(program => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0)

/**
 * A Debian 12 as it comes, with a systemd of its own, in namespaces beside this machine: it shares the network and nothing else, so ports 443 and 5432 have to be free. The
 * guide's commands run in it as they stand; only the mail server is another one.
 */
export async function bootDebian(packageFile: string, { host, smtpUrl }: { readonly host: string; readonly smtpUrl: string }): Promise<Machine> {
  const root = mkdtempSync(join(PLACE, 'rathaus-debian-'))
  const group = basename(root)
  // Everybody's root in there.
  chmodSync(root, 0o755)
  let init: number | null = null
  try {
    execFileSync('debootstrap', ['--variant=minbase', `--include=${BARE}`, 'bookworm', root], { stdio: ['ignore', 'ignore', 2] })
    const certificate = furnish(root, packageFile, host)
    init = await boot(root, group)
    const target = init
    const run = (command: string): ReturnType<typeof ended> =>
      ended('nsenter', [`--target=${target}`, '--mount', '--pid', '--uts', '--ipc', '--cgroup', '--root', '--wdns=/', 'sh', '-c', `cd ${PACKAGES} && ${command}`], { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LANG: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' })
    await untilBooted(run)
    return {
      called: 'a bare Debian 12 with systemd', address: `https://${host}`, run, serve: () => Promise.resolve(),
      adapted: command => (command.includes('rathaus-desk') ? null : command.replace(/--smtp \S+/, `--smtp ${smtpUrl}`)),
      runAtDesk: (args, more) => ended('unshare', ['--mount', 'sh', '-c', `mount --bind ${root}/etc/hosts /etc/hosts && exec "$0" "$@"`, process.execPath, ...args], { ...process.env, ...more, NODE_EXTRA_CA_CERTS: certificate }),
      close: () => remove(root, group, target),
    }
  } catch (error) {
    await remove(root, group, init)
    throw error
  }
}

/** The package and the certificate where the guide has them, and the name in what stands for the house's DNS; the certificate's file. */
function furnish(root: string, packageFile: string, host: string): string {
  mkdirSync(join(root, PACKAGES), { recursive: true })
  copyFileSync(packageFile, join(root, PACKAGES, basename(packageFile)))
  writeFileSync(join(root, 'etc/hosts'), `127.0.0.1 localhost ${hostname()} ${host}\n`)
  writeFileSync(join(root, 'etc/resolv.conf'), readFileSync('/etc/resolv.conf'))
  return makeCertificate(join(root, 'root'), host)
}

/** Devices, processes and control groups of its own, then its init in the place of ours. `$0` is its folder, `$1` its control group. */
const ENTER = `set -e
mkdir -p "$0/mnt/groups"; mount -t cgroup2 none "$0/mnt/groups"; mkdir -p "$0/mnt/groups/$1"; echo $$ > "$0/mnt/groups/$1/cgroup.procs"; umount "$0/mnt/groups"
exec unshare --pid --uts --ipc --cgroup --fork --kill-child sh -ec '
mount --bind "$0" "$0"; cd "$0"
mount -t proc proc proc; mount -t sysfs -o ro sysfs sys; mount -t cgroup2 none sys/fs/cgroup; mount -t tmpfs tmpfs run; mount -t tmpfs tmpfs dev
for name in null zero full random urandom tty; do touch dev/$name; mount --bind /dev/$name dev/$name; done
mkdir dev/pts dev/shm; mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts; mount -t tmpfs tmpfs dev/shm
ln -s pts/ptmx dev/ptmx; ln -s /proc/self/fd dev/fd; ln -s fd/0 dev/stdin; ln -s fd/1 dev/stdout; ln -s fd/2 dev/stderr
pivot_root . mnt; umount -l /mnt
exec env -i container=bare PATH=/usr/sbin:/usr/bin:/sbin:/bin /sbin/init' "$0"`

/** The process that is the first one in there. */
async function boot(root: string, group: string): Promise<number> {
  const child = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', ENTER, root, group], { stdio: 'ignore', detached: true })
  child.unref()
  for (let waited = 0; waited < BOOTED_WITHIN_MS; waited += 200) {
    if (child.exitCode !== null) break
    const [init = ''] = toldBy(`/proc/${child.pid}/task/${child.pid}/children`).split(' ')
    if (toldBy(`/proc/${init}/cmdline`).startsWith('/sbin/init')) return Number(init)
    await sleep(200)
  }
  child.kill('SIGKILL')
  throw new Error('the bare Debian did not start')
}

/** Of a process that may have ended meanwhile. */
function toldBy(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function untilBooted(run: Machine['run']): Promise<void> {
  let said = ''
  for (let waited = 0; waited < BOOTED_WITHIN_MS; waited += 500) {
    said = (await run('systemctl is-system-running')).output
    if (/^(running|degraded)/.test(said)) return
    await sleep(500)
  }
  throw new Error(`the bare Debian did not come up: ${said}${(await run('systemctl list-jobs --no-pager')).output}`)
}

/** With its first process all of them end, and its mounts are gone. */
async function remove(root: string, group: string, init: number | null): Promise<void> {
  if (init !== null) {
    process.kill(init, 'SIGKILL')
    await sleep(1_000)
    execFileSync('unshare', ['--mount', 'sh', '-c', 'mount -t cgroup2 none "$0/mnt" && find "$0/mnt/$1" -depth -type d -exec rmdir {} +', root, group])
  }
  rmSync(root, { recursive: true, force: true })
}
