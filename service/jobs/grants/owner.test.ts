import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { deadOwners, thisOwner } from './owner.ts';

it('knows the dead of this machine, and says nothing about other machines', () => {
  const self = thisOwner();
  const here = (pid: number) => `${hostname()}/${pid}/x`;
  const owners = [self, here(11), here(22), here(process.pid), 'elsewhere/11/x'];
  // Our own process number with another name is a process from before a restart: containers always start as number 1.
  expect(deadOwners(owners, self, (pid) => pid === 22)).toEqual([here(11), here(process.pid)]);
});

it('sees that this process lives', () => {
  expect(deadOwners([`${hostname()}/${process.ppid}/x`], thisOwner())).toEqual([]);
});
