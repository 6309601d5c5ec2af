import { api } from './browser.ts';

/** Wakes the worker again and again. Periods under 30 seconds are raised to 30 by browsers. */
export function every(name: string, minutes: number, run: () => void): void {
  api().alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) run();
  });
  void ensure(name, minutes);
}

/** An alarm that is set again loses its count, so a running one is left alone. */
async function ensure(name: string, minutes: number): Promise<void> {
  const { alarms } = api();
  const current = await alarms.get(name);
  if (current?.periodInMinutes !== minutes)
    await alarms.create(name, { periodInMinutes: minutes, delayInMinutes: minutes });
}
