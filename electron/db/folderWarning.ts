import { statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const clouds: readonly (readonly [RegExp, string])[] = [
  [/[\\/]OneDrive( - [^\\/]+)?[\\/]/i, 'OneDrive'],
  [/[\\/]Dropbox[\\/]/i, 'Dropbox'],
  [/[\\/](Google Drive|GoogleDrive[^\\/]*|My Drive)[\\/]/i, 'Google Drive'],
  [/[\\/](Mobile Documents|iCloud ?Drive)[\\/]/i, 'iCloud Drive'],
  [/[\\/]Nextcloud[\\/]/i, 'Nextcloud'],
  [/[\\/]Box( Sync)?[\\/]/, 'Box'],
  [/[\\/]SharePoint[^\\/]*[\\/]/i, 'SharePoint'],
]

/** Types of network file systems in `statfs`: NFS, SMB, CIFS, SMB2, FUSE (sshfs, cloud mounts). */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546])

/**
 * A sentence where a programme lies in a folder that another program copies or that lies on the network: SQLite
 * files can be damaged there. Null for an ordinary folder.
 */
export function folderWarning(path: string): string | null {
  const full = resolve(path)
  const cloud = clouds.find(([pattern]) => pattern.test(full))?.[1]
  const advice =
    'Keep the programme in a folder on this computer, such as Documents, and copy it there when you have closed it.'
  if (cloud)
    return `This file lies in a ${cloud} folder, which may copy it while it is being changed. ${advice}`
  if (path.startsWith('\\\\') || isNetworkDrive(full))
    return `This file lies on a network drive, where a dropped connection can damage it. ${advice}`
  return null
}

function isNetworkDrive(full: string): boolean {
  try {
    return process.platform !== 'win32' && networkTypes.has(statfsSync(dirname(full)).type)
  } catch {
    return false
  }
}
