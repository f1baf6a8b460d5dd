const addresses = new Set(['A', 'AAAA'])
/** What makes a name a delegation. */
const delegation = new Set(['NS', 'DS'])

/**
 * Whether a store may refuse a record of one type while another one stands at its name, so that the other has to go first. The
 * strictest store counts: beside a CNAME nothing stands (RFC 1034 section 3.6.2), beside the records of a delegation nothing else.
 */
export const excludes = (one: string, other: string, atApex: boolean): boolean => one === 'CNAME' || other === 'CNAME' || (!atApex && delegation.has(one) !== delegation.has(other))

/** Whether the service never holds the two types at one name: the end of a plan is checked against it. */
export const impossibleBeside = (one: string, other: string, atApex: boolean): boolean => {
  if (one === 'CNAME') return other === 'CNAME' || addresses.has(other)
  if (other === 'CNAME') return addresses.has(one)
  return !atApex && ((one === 'NS' && !delegation.has(other)) || (other === 'NS' && !delegation.has(one)))
}
