import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileLog } from '../../electron/host/fileLog.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = (): Date => new Date(Date.UTC(2020, 1, 4))

test('a fault is found again by its reference', () => {
  const reference = fileLog(join(folder, 'logs'), now).fault(new Error('the disk is full'))
  const log = readFileSync(join(folder, 'logs/desk.log'), 'utf8')
  expect(log).toContain(`2020-02-04T00:00:00.000Z ${reference} Error: the disk is full`)
})

test('a full log makes room for a new one', () => {
  writeFileSync(join(folder, 'desk.log'), 'x'.repeat(1_000_001))
  fileLog(folder, now).info('begins again')
  expect(readdirSync(folder).toSorted()).toEqual(['desk.log', 'desk.log.old'])
  expect(readFileSync(join(folder, 'desk.log'), 'utf8')).toBe('2020-02-04T00:00:00.000Z begins again\n')
})

test('a log that cannot be written stops nothing', () => {
  writeFileSync(join(folder, 'in the way'), '')
  expect(fileLog(join(folder, 'in the way'), now).fault('odd')).toHaveLength(8)
})
