/** The Node that runs this program lacks the database; the message is one line and says which Node has it. */
export class NodeVersionError extends Error {
  override readonly name = 'NodeVersionError'

  constructor() {
    super(`@zonewright/emulator needs Node 22.13 or newer; this is ${process.version}`)
  }
}
