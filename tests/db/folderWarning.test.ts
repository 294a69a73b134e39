import { describe, expect, it } from 'vitest'
import { folderWarning } from '../../electron/db/folderWarning.ts'
import { aFolder } from '../support/aProgramme.ts'

describe('where a programme lies', () => {
  it.each([
    ['/home/lead/OneDrive - Council/Plan.desk', 'OneDrive'],
    ['/home/lead/Dropbox/Plan.desk', 'Dropbox'],
    ['/Users/lead/Library/Mobile Documents/com~apple~CloudDocs/Plan.desk', 'iCloud'],
    ['/home/lead/Google Drive/Plan.desk', 'Google Drive'],
    ['\\\\server\\shared\\Plan.desk', 'network drive'],
  ])('warns of %s', (path, word) => {
    expect(folderWarning(path)).toContain(word)
  })

  it('says nothing of an ordinary folder', () => {
    expect(folderWarning(`${aFolder()}/Plan.desk`)).toBeNull()
  })
})
