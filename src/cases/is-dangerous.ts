import type { Operation } from '../operations/operation.ts'

const WORDS =
  /\b(shut ?down|reset|restart|reboot|log ?out|sign ?out|terminate|destroy|wipe|purge|drop|revoke|deactivate|erase|format)\b/i

/** Whether an operation deletes, or by its names looks as if it stops or wipes something. */
export function isDangerous({ method, path, id, summary }: Operation): boolean {
  if (method === 'DELETE') return true
  if (['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method) && !/\blog-?out\b/i.test(path)) return false
  const words = [path, id, summary]
    .join(' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_/-]+/g, ' ')
  return WORDS.test(words)
}
