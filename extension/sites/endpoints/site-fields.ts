import { isRecord, type Json, jsonIn, listOf } from './body.ts';

const SITE = /^(?:cloud|site|workspace)_?ids?$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** The sites that fields of a body name by their ids, wherever in it. Without recursion: a page chooses how deep a body is. */
export function sitesIn(body: Json): string[] {
  const found: string[] = [];
  const open: [name: string, value: Json][] = [['', body]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [name, value] = next;
    if (typeof value === 'string') {
      if (SITE.test(name))
        found.push(...value.split(/[\s,;]+/).flatMap((id) => (uuid.test(id) ? id.toLowerCase() : [])));
      open.push([name, jsonIn(value)]);
    } else if (isRecord(value)) for (const field of Object.entries(value)) open.push(field);
    else for (const inner of listOf(value)) open.push([name, inner]);
  }
  return found;
}
