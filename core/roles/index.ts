export { Audience, Capability, capabilities, type Extent, extentOf } from './capabilities.ts';
