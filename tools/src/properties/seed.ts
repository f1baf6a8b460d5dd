/**
 * Gives every property test the same seed, so that a run of the suite on one commit has one outcome. New samples are
 * what `pnpm test:properties` is for.
 * @module
 */
import { configureGlobal, readConfigureGlobal } from 'fast-check'

configureGlobal({ ...readConfigureGlobal(), seed: Number(process.env['PROPERTY_SEED'] ?? 1035) })
