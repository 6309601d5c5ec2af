import { api } from './browser.ts';
import type { FramePlace } from './sender.ts';

/** Runs a file of the extension in the isolated world of one frame, at once. Rejects when the frame is gone. */
export async function injectFile(file: string, { tabId, frameId }: FramePlace): Promise<void> {
  await api().scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [file],
    injectImmediately: true,
  });
}
