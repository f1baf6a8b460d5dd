/** One outcome a line, as the scene reads them. */
import { deepStrictEqual } from 'node:assert'

/** Runs a body; an error is a failure. */
export const check = async (title, body) => {
  try {
    await body()
    console.log(`PASS ${title}`)
  } catch (error) {
    console.log(`FAIL ${title}: ${String(error?.name)} ${String(error?.message).replace(/\s+/g, ' ')}`)
  }
}

/** Throws with both values when they differ. */
export const equal = (found, wanted) => {
  try {
    deepStrictEqual(found, wanted)
  } catch {
    throw new Error(`found ${JSON.stringify(found)} where ${JSON.stringify(wanted)} was wanted`)
  }
}

/** What a promise was refused with. */
export const refusal = async (promise) => {
  let found
  try {
    found = await promise
  } catch (error) {
    return error
  }
  throw new Error(`was not refused but gave ${JSON.stringify(found)}`)
}

/** Orders faults for requests to come. */
export const order = (...faults) => fetch('https://api.cloudflare.com/_emulator/faults', { method: 'POST', body: JSON.stringify(faults) })

/** Requests that the emulator saw since it was last asked, as method and status. */
export const seen = async () => {
  const url = 'https://api.cloudflare.com/_emulator/requests'
  const requests = await (await fetch(url)).json()
  await fetch(url, { method: 'DELETE' })
  return requests.map(({ method, status }) => `${method} ${status}`)
}

/** What the scene hands over. */
export const { DEMO_TOKEN: token, DEMO_EMAIL: email, DEMO_KEY: key } = process.env
