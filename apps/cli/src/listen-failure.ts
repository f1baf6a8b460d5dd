import { Failure } from './failures.ts'

/** What keeps a server from listening, with what to do; anything else as it is. */
export const listenFailure = (cause: unknown, host: string, port: number): unknown => {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  if (code === 'EADDRINUSE') return new Failure(`cannot listen on ${host}:${port}: something else does; choose another --port, or 0 for a free one`, { cause })
  if (code === 'EACCES') return new Failure(`cannot listen on ${host}:${port}: it is not allowed; choose a --port from 1024 up`, { cause })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Failure(`cannot listen on ${host}:${port}: this machine has no such address; use --host 127.0.0.1`, { cause })
  return cause
}
