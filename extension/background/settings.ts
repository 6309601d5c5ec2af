import { z } from 'zod';
import { BadgeChoice } from '../../core/contract/messages/index.ts';
import { managedSettings } from '../platform/managed.ts';
import { slot } from '../platform/slot.ts';

const stored = slot('local', 'serviceUrl', z.string());

export interface ServiceAddress {
  readonly url: string | null;
  /** True when administrators set it: people cannot change it then. */
  readonly managed: boolean;
}

/**
 * Normalises an address of the service: https, or plain http on this computer, without trailing slash, query or
 * credentials. Null when it is anything else.
 */
export function parseServiceUrl(text: string): string | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const loopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Where the service is: managed settings win over what the person typed. */
export async function serviceAddress(): Promise<ServiceAddress> {
  const { serviceUrl } = await managedSettings();
  const managed = serviceUrl === undefined ? null : parseServiceUrl(serviceUrl);
  if (managed !== null) return { url: managed, managed: true };
  const own = await stored.get();
  return { url: own === null ? null : parseServiceUrl(own), managed: false };
}

export const keepServiceUrl = (url: string): Promise<void> => stored.set(url);

const badges = slot('local', 'badges', BadgeChoice);

/** Beside whom badges stand: managed settings win over what the person chose. */
export async function badgeChoice(): Promise<{ readonly choice: BadgeChoice; readonly managed: boolean }> {
  const { badges: set } = await managedSettings();
  return set === undefined ? { choice: (await badges.get()) ?? 'all', managed: false } : { choice: set, managed: true };
}

export const keepBadgeChoice = (choice: BadgeChoice): Promise<void> => badges.set(choice);
