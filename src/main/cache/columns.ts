// Reads columns of a row by name and type. A column of another type than its schema's means the file is damaged.
import { Failure } from '../../shared/failure.ts'
import type { Row, SqlValue } from '../platform/sqlite.ts'

export function textOf(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : wrong(column, value)
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column)
}

export function numberOf(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' ? value : wrong(column, value)
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column)
}

/** A JSON column; only this room writes them, so the type is trusted. What is no JSON at all was damaged on the disk. */
export function jsonOf<T>(row: Row, column: string): T {
  const text = textOf(row, column)
  try {
    return JSON.parse(text) as T
  } catch (cause) {
    throw new Failure('cache.damaged', { reason: `column ${column} cannot be read` }, { cause })
  }
}

export function jsonOrNull<T>(row: Row, column: string): T | null {
  return row[column] === null ? null : jsonOf<T>(row, column)
}

function wrong(column: string, value: SqlValue | undefined): never {
  throw new Failure('cache.damaged', { reason: `column ${column} holds ${value === undefined ? 'nothing' : typeof value}` })
}
