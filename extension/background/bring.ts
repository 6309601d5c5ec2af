import { onDemandFiles } from '../on-demand/files.ts';
import type { OnDemandName } from '../on-demand/shelf.ts';
import { injectFile } from '../platform/inject.ts';
import type { FramePlace } from '../platform/sender.ts';
import { Failure } from './failure.ts';

/** Runs a script on demand in the frame that asked for it. */
export async function bring(script: OnDemandName, frame: FramePlace | null): Promise<void> {
  if (frame === null) throw new Failure('not-allowed', 'Only a page in a tab can be brought a script.');
  await injectFile(onDemandFiles[script], frame);
}
