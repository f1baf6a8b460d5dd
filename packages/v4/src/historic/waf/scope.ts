import { hexIdentifier } from '../../common.ts'

/** The package that a call is about. */
export const onePackage = {
  /** Identifier of the zone. */
  zone_id: hexIdentifier,
  /** Identifier of the package. */
  package_id: hexIdentifier,
}

/** Day on which the previous web application firewall was switched off. */
export const wafSunset = '2025-06-15'
