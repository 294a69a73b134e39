import type Database from 'better-sqlite3'

/** A programme file that may be read. A raw handle does not compile where one of these is wanted. */
export type ReadDb = Database.Database & { readonly __read: never }
/** A programme file that may be written: only the holder of its lock has one. */
export type WriteDb = ReadDb & { readonly __write: never }

/** A prepared statement that takes any values. */
export type Statement = Database.Statement<unknown[]>
