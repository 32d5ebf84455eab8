import { execFileSync } from 'node:child_process'

const MOST_BYTES = 256 * 1024 ** 2

/** Lines of `dpkg-deb --contents`: rights, owner and group, length, day, time, name. */
const LINE = /^(?<rights>[-dlrwxst]{10}) +(?<owner>\S+) +\d+ +\S+ +\S+ +(?<name>.+)$/

/** What would let somebody other than root change the program, in the listing of a package. */
export function writableIn(listing: string): readonly string[] {
  return listing.split('\n').filter(line => line !== '').flatMap(line => {
    const { rights = '', owner = '', name = '' } = LINE.exec(line)?.groups ?? {}
    if (name === '') return [`unreadable: ${line}`]
    const isOthers = rights[5] === 'w' || rights[8] === 'w'
    const isLink = rights.startsWith('l')
    return owner !== 'root/root' || (isOthers && !isLink) ? [`${rights} ${owner} ${name}`] : []
  })
}

/** What is wrong with a Debian package of the desk: files that others than root may change, a start without the sandbox. */
export function wrongInDebian(file: string): readonly string[] {
  const listing = execFileSync('dpkg-deb', ['--contents', file], { encoding: 'utf8', maxBuffer: MOST_BYTES })
  const entries = [...listing.matchAll(/(\S+\.desktop)$/gm)].map(([, name = '']) => name)
  const archive = execFileSync('dpkg-deb', ['--fsys-tarfile', file], { maxBuffer: 4 * MOST_BYTES })
  const unsafe = entries.filter(name => isUnsafeStart(execFileSync('tar', ['--extract', '--to-stdout', '--file=-', name], { input: archive, encoding: 'utf8' })))
  return [...writableIn(listing), ...unsafe.map(name => `${name} takes the sandbox away`), ...(entries.length === 0 ? ['no .desktop file'] : [])]
}

/** Whether an entry of the menu starts the program without its sandbox. */
export const isUnsafeStart = (desktopFile: string): boolean => /^Exec=.*--(no-sandbox|disable-setuid-sandbox|single-process)\b/m.test(desktopFile)
