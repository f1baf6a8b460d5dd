import { Gate } from './gate.ts'
import { SlidingWindow } from './sliding-window.ts'

/** Everyone in this process who calls one origin with one secret. */
export interface Account {
  /** One gate for each pair of settings; a block by the service closes all of them. */
  readonly gates: Map<string, Gate>
  /** Forgotten: whoever still holds it asks for a new one. */
  retired: boolean
}

/**
 * The service counts by user, whatever the number of clients in this process,
 * so two clients with one credential must see one budget: this is the reason for the only state outside a client.
 */
const accounts = new Map<string, Account>()

/** Accounts to hold before the idle ones are forgotten; a program with many keys must not grow for ever. */
let most = 128

const forgetIdle = (now: number): void => {
  for (const [key, account] of accounts) {
    if ([...account.gates.values()].every((gate) => gate.idleAt(now))) {
      account.retired = true
      accounts.delete(key)
    }
  }
  most = Math.max(128, accounts.size * 2)
}

/** The account of a secret at an origin. */
export const accountOf = (origin: string, secret: string): Account => {
  const key = `${origin} ${secret}`
  let account = accounts.get(key)
  if (account === undefined) {
    if (accounts.size >= most) forgetIdle(performance.now())
    account = { gates: new Map(), retired: false }
    accounts.set(key, account)
  }
  return account
}

/** The gate of an account for these settings. */
export const gateOf = (account: Account, requests: number, windowMs: number): Gate => {
  const key = `${requests} ${windowMs}`
  let gate = account.gates.get(key)
  if (gate === undefined) {
    gate = new Gate(new SlidingWindow({ requests, windowMs }))
    for (const other of account.gates.values()) gate.block(other.blockedUntil)
    account.gates.set(key, gate)
  }
  return gate
}

/** Closes all gates of an account until a time. */
export const blockAccount = (account: Account, until: number): void => {
  for (const gate of account.gates.values()) gate.block(until)
}
